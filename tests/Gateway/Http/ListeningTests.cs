using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Keys;
using Reelsmith.Hosting.Listening;

namespace Reelsmith.Gateway.Tests.Http;

public sealed class ListeningTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<string, string, bool> Addresses => new()
    {
        { "", "http://127.0.0.1:8080", true },
        { "urls=http://localhost:5000", "http://localhost:5000", true },
        { "urls=http://[::1]:5000;http://127.0.0.2:1", "http://[::1]:5000 http://127.0.0.2:1", true },
        { "urls=http://unix:/run/reelsmith.sock", "http://unix:/run/reelsmith.sock", true },
        { "urls=http://127.0.0.1:1;http://0.0.0.0:2", "http://127.0.0.1:1 http://0.0.0.0:2", false },
        { "urls=http://*:80", "http://*:80", false },
        { "urls=http://[::]:80", "http://[::]:80", false },
        { "urls=http://192.168.1.2:80", "http://192.168.1.2:80", false },
        { "urls=http://films.example:80", "http://films.example:80", false },
        { "http_ports=8080", "http://*:8080", false },
        { "http_ports=8080|urls=http://localhost:1", "http://localhost:1", true },
        { "Kestrel:Endpoints:A:Url=https://0.0.0.0:443|urls=http://localhost:1", "https://0.0.0.0:443", false },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Keys_are_needed_as_soon_as_others_can_connect(string settings, string listened, bool onlyThisMachine)
    {
        var pairs = settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create<string, string?>(pair[0], pair[1]));

        var addresses = ListeningAddresses.Of(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());

        Assert.Equal((listened, onlyThisMachine), (string.Join(' ', addresses.Urls), addresses.OnlyThisMachine));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:8080/films")]
    [InlineData("https://127.0.0.1:0")] // no certificate
    [InlineData("http://203.0.113.9:0")] // not this machine's
    public async Task An_address_that_cannot_be_listened_on_is_said_in_a_sentence(string url)
    {
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => GatewayHttp.Start(_data, [$"--urls={url}"]))).Failure;

        Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        Assert.Contains(url, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        await using var first = await GatewayHttp.Start(_data);
        using var other = new TemporaryData();
        var url = first.Address.GetLeftPart(UriPartial.Authority);

        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => GatewayHttp.Start(other, [$"--urls={url}"]))).Failure;

        Assert.Equal(("address_in_use", FailureKind.Unavailable), (failure.Code, failure.Kind));
        Assert.Contains(url, failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> WrongSettings => new()
    {
        { "--Reelsmith:Http:BodyBytes=5", "Reelsmith:Http:BodyBytes must be between 1024" },
        { "--Reelsmith:Http:BodyBytes=much", "'much' at 'Reelsmith:Http:BodyBytes'" },
        { "--Reelsmith:Http:BodyByts=5000", "no setting Reelsmith:Http:BodyByts" },
        { "--Reelsmith:RequireKey=true", "no setting Reelsmith:RequireKey" },
        { "--Reelsmith:Jobs:Running=0", "Reelsmith:Jobs:Running must be between 1" },
        { "--Reelsmith:Proxies:Networks:0=10.0.0.1", "\"10.0.0.1\"" },
        { "--Reelsmith:Cors:Origins:0=studio.example", "\"studio.example\"" },
        { "--Reelsmith:Cors:Origins:0=https://studio.example/", "\"https://studio.example/\"" },
        { "--config=nothing.json", "nothing.json" },
        { "--config=broken.json", "broken.json is not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task A_wrong_setting_is_said_in_a_sentence(string setting, string says)
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Folder.Root, "broken.json"), "{\"Reelsmith\":");

        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => GatewayHttp.Start(_data, [setting]))).Failure;

        Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_come_from_the_file_here_or_another_and_the_command_line_has_the_last_word()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Folder.Root, "reelsmith.json"), """{ "Reelsmith": { "RequireKeys": true, "Jobs": { "Running": 7 } } }""");
        await File.WriteAllTextAsync(Path.Combine(_data.Folder.Root, "other.json"), """{ "reelsmith": { "http": { "bodyBytes": 5000 }, "Jobs": { "Running": 8 } } }""");
        await using var here = await GatewayHttp.Start(_data);
        await using var other = await GatewayHttp.Start(_data, ["--config=other.json", "--Reelsmith:Jobs:Running=9"]);

        Assert.Equal((true, 7), (here.Services.GetRequiredService<KeyPolicy>().Required, here.Services.GetRequiredService<JobLimits>().Running));
        Assert.Equal((false, 9, 5_000), (other.Services.GetRequiredService<KeyPolicy>().Required, other.Services.GetRequiredService<JobLimits>().Running, other.Services.GetRequiredService<HttpLimits>().BodyBytes));
    }

    [Fact]
    public async Task A_server_for_others_starts_without_a_key_and_lets_nobody_in()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--urls=http://0.0.0.0:0"], map: app => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/who", () => "you"));
        using var client = new HttpClient { BaseAddress = new UriBuilder(gateway.Address) { Host = "127.0.0.1" }.Uri };

        Assert.Equal("key_missing", (await (await client.GetAsync("/who")).Error()).Text("code"));
    }
}
