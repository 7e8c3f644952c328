using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Retention;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>Films whose files are in a bucket.</summary>
public sealed class BucketContentTests : IAsyncLifetime
{
    private readonly TemporaryData _data = new();
    private S3Server _server = null!;

    public async ValueTask InitializeAsync() => _server = await S3Server.Start(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task The_gateway_passes_a_film_on_also_when_its_disk_was_lost()
    {
        await using var gateway = await Start();
        var path = $"/v1/videos/{await gateway.Make()}/content";
        await gateway.Services.GetRequiredService<RetentionSweep>().Run(CancellationToken.None);
        Directory.Delete(_data.Folder.Artifacts, recursive: true);

        var whole = await gateway.Client.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        var part = await gateway.Send(HttpMethod.Get, path, ("Range", "bytes=2-5"));

        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}\"", whole.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[2..6], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("video", "video/mp4", ".mp4")]
    [InlineData("thumbnail", "image/jpeg", ".jpg")]
    [InlineData("captions.vtt", "text/vtt", ".vtt")]
    public async Task A_client_can_be_sent_to_the_bucket(string variant, string contentType, string suffix)
    {
        await using var gateway = await Start("--Reelsmith:Artifacts:PresignedDownloads=true");
        var path = $"/v1/videos/{await gateway.Make()}/content?variant={variant}";
        using var client = new HttpClient();

        var redirect = await gateway.Client.GetAsync(path);
        var kept = await gateway.Send(HttpMethod.Get, path, ("If-None-Match", redirect.Headers.ETag!.ToString()));
        using var file = await client.GetAsync(new Uri(gateway.Address, path));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(gateway.Address, path)));
        using var part = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Address, path)) { Headers = { Range = new RangeHeaderValue(1, 3) } });

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.NotModified), (redirect.StatusCode, kept.StatusCode));
        Assert.Equal(_server.Endpoint.Port, redirect.Headers.Location!.Port);
        Assert.True(redirect.Headers.CacheControl is { NoCache: true, Private: true });
        Assert.Equal($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}\"", redirect.Headers.ETag.ToString());
        Assert.Equal((HttpStatusCode.OK, contentType), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(suffix, file.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal((HttpStatusCode.PartialContent, 3), (part.StatusCode, (await part.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task A_bucket_that_is_down_is_an_answer_that_can_be_waited_for()
    {
        await using var gateway = await Start("--Reelsmith:Artifacts:Patience=00:00:01");
        var path = $"/v1/videos/{await gateway.Make()}/content";
        Directory.Delete(_data.Folder.Artifacts, recursive: true);
        await _server.Kill();

        var answer = await gateway.Client.GetAsync(path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "bucket_unreachable"), (answer.StatusCode, (await answer.Error()).Text("code")));
    }

    private Task<GatewayHttp> Start(params string[] settings) => GatewayHttp.Start(_data,
    [
        $"--Reelsmith:Artifacts:Bucket={_server.Bucket}", $"--Reelsmith:Artifacts:Endpoint={_server.Endpoint}", $"--Reelsmith:Artifacts:Region={_server.Region}",
        $"--Reelsmith:Artifacts:AccessKey={_server.AccessKey}", $"--Reelsmith:Artifacts:SecretKey={_server.SecretKey}", .. settings,
    ]);
}
