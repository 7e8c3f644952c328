using System.Net;
using System.Net.Http.Headers;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class PresignedTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private static readonly Download Film = new("GET", "video/mp4", "inline; filename=\"A film.mp4\"; filename*=UTF-8''A%20film.mp4");
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_gets_the_file_and_its_name_and_parts_of_it()
    {
        using var machine = new Machine(fixture.Server, _prefix, change: settings => settings.PresignedDownloads = true);
        var artifact = await machine.Artifacts.AddBytes("0123456789"u8.ToArray(), "mp4", Stop);
        using var http = new HttpClient();

        using var whole = await http.GetAsync(await machine.Artifacts.AddressOf(artifact, Film, Stop), Stop);
        Assert.Equal("0123456789", await whole.Content.ReadAsStringAsync(Stop));
        Assert.Equal(("video/mp4", Film.Disposition), (whole.Content.Headers.ContentType!.ToString(), whole.Content.Headers.ContentDisposition!.ToString()));

        using var part = new HttpRequestMessage(HttpMethod.Get, await machine.Artifacts.AddressOf(artifact, Film, Stop)) { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var partial = await http.SendAsync(part, Stop);
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (partial.StatusCode, await partial.Content.ReadAsStringAsync(Stop)));

        using var head = new HttpRequestMessage(HttpMethod.Head, await machine.Artifacts.AddressOf(artifact, Film with { Method = "HEAD" }, Stop));
        using var headers = await http.SendAsync(head, Stop);
        Assert.Equal((HttpStatusCode.OK, 10), (headers.StatusCode, headers.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task The_address_is_the_one_that_clients_reach()
    {
        using var machine = new Machine(fixture.Server, _prefix, change: settings => (settings.PresignedDownloads, settings.PublicEndpoint) = (true, new Uri("https://files.example.com")));
        var artifact = await machine.Artifacts.AddBytes("film"u8.ToArray(), "mp4", Stop);

        var address = await machine.Artifacts.AddressOf(artifact, Film, Stop);

        Assert.StartsWith($"https://files.example.com/{machine.Settings.Bucket}/{_prefix}artifacts/", address!.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Server.SecretKey + "&", address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_sent_anywhere_unless_that_is_wanted()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var artifact = await machine.Artifacts.AddBytes("film"u8.ToArray(), "mp4", Stop);

        Assert.Null(await machine.Artifacts.AddressOf(artifact, Film, Stop));
    }
}
