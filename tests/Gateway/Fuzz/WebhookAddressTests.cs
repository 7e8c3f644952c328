using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Gateway.Tests.Videos;
using Reelsmith.Gateway.Tests.Webhooks;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Webhooks that would have the server call what only it can reach, from POST /v1/videos to the connection that is not made.</summary>
public sealed class WebhookAddressTests : IAsyncLifetime
{
    private static readonly string[] Public = ["93.184.216.34"];

    private readonly TemporaryData _data = new();
    private readonly ConcurrentQueue<string> _resolved = new();
    private readonly ConcurrentQueue<string> _dialled = new();
    private Func<string, int, string[]> _addresses = (_, _) => Public;
    private Receiver _inside = null!;
    private Receiver _outside = null!;
    private GatewayHttp _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _inside = await Receiver.Start(200);
        _outside = await Receiver.Start((context, _) =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (302, _inside.Url.ToString());
            return Task.CompletedTask;
        });
        // The internet is one server, on this machine.
        _gateway = await GatewayHttp.Start(_data, services: services => services.AddSingleton(new PublicAddressesOnly(allowPrivate: false,
            (host, _) =>
            {
                _resolved.Enqueue(host);
                return Task.FromResult(_addresses(host, _resolved.Count(name => name == host)).Select(IPAddress.Parse).ToArray());
            },
            async (addresses, _, cancellationToken) =>
            {
                _dialled.Enqueue(string.Join(' ', addresses.Select(address => address.ToString())));
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, _outside.Url.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            })));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _inside.DisposeAsync();
        await _outside.DisposeAsync();
        _data.Dispose();
    }

    public static TheoryData<string> Private =>
    [
        "http://127.0.0.1", "http://127.1", "http://127.255.255.254", "http://localhost", "http://LOCALHOST", "http://localhost.", "http://a.localhost", "http://0.0.0.0", "http://0", "http://[::1]", "http://[::]", "http://[::ffff:127.0.0.1]",
        "http://[::ffff:7f00:1]", "http://[::127.0.0.1]", "http://[64:ff9b::127.0.0.1]", "http://[2002:7f00:1::]", "http://[fe80::1]", "http://[fd00::1]", "http://[fec0::1]", "http://[ff02::1]", "http://2130706433", "http://0x7f000001", "http://0x7f.1", "http://0177.0.0.1",
        "http://017700000001", "http://127.0.0.1.", "http://１２７.0.0.1", "http://127。0。0。1", "http://①②⑦.0.0.1", "http://10.0.0.1", "http://172.16.0.1", "http://172.31.255.255", "http://192.168.1.1", "http://169.254.169.254", "http://2852039166", "http://0xa9fea9fe", "http://100.64.0.1",
        "http://198.18.0.1", "http://224.0.0.1", "http://255.255.255.255", "http://metadata.google.internal", "http://printer.local", "http://user@93.184.216.34", "http://user:pass@127.0.0.1", "http://93.184.216.34@127.0.0.1", "http://127.0.0.1%2f@93.184.216.34", "http://93.184.216.34#@127.0.0.1", "http:\\\\127.0.0.1",
        "http://93.184.216.34\\@127.0.0.1", "http:127.0.0.1", "//127.0.0.1", "file:///etc/passwd", "gopher://127.0.0.1", "ftp://127.0.0.1", "unix:///run/docker.sock", "http://", "http://93.184.216.34:0", "http://93.184.216.34:99999", "http://127.0.0.1\t", " http://127.0.0.1", "http://127.0.0.1\r\nHost: x", "http://[::1%25lo]",
    ];

    [Theory]
    [MemberData(nameof(Private))]
    public async Task A_URL_that_leads_here_is_refused_before_anything_is_resolved(string url)
    {
        foreach (var webhook in new object[] { url, new { url }, $"{url}:{_inside.Url.Port}/hook" })
        {
            var answer = await _gateway.PostJson("/v1/videos", JsonSerializer.Serialize(new { prompt = "A topic", webhook }));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains((await answer.Error()).Text("param"), new[] { "webhook", "webhook_url" });
        }
        Assert.Empty(_resolved);
        Assert.Equal(0, _inside.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("93.184.216.34 10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00::1")]
    [InlineData("64:ff9b::a00:1")]
    public async Task A_name_of_a_private_address_is_not_connected_to(string addresses)
    {
        _addresses = (_, _) => addresses.Split(' ');

        Assert.Equal((null, true), await Told("http://sneaky.example/"));

        Assert.Empty(_dialled);
    }

    [Fact]
    public async Task A_redirection_to_a_private_address_is_not_followed()
    {
        Assert.Equal((302, false), await Told("http://honest.example/"));

        Assert.Equal((1, 0), (_outside.Count, _inside.Count));
    }

    [Fact]
    public async Task A_name_that_answers_differently_the_second_time_gains_nothing()
    {
        _addresses = (_, time) => time == 1 ? Public : ["127.0.0.1"];

        Assert.Equal((302, false), await Told("http://rebinding.example/"));
        Assert.Equal(Public, _dialled);
        Assert.Equal((null, true), await Told("http://rebinding.example/", "Another topic"));
        Assert.Equal(Public, _dialled);
        Assert.Equal(0, _inside.Count);
    }

    /// <returns>Status and whether there was an error of the first attempt.</returns>
    private async Task<(int? Status, bool Error)> Told(string webhook, string prompt = "A topic")
    {
        var id = await _gateway.Make(JsonSerializer.Serialize(new { prompt, webhook }));
        while (true)
        {
            var delivery = JsonDocument.Parse(await _gateway.Client.GetStringAsync($"/v1/videos/{id}/webhook_deliveries", TestContext.Current.CancellationToken)).RootElement.GetProperty("data")[0];
            if (delivery.GetProperty("attempts").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } attempt) continue;
            var status = attempt.GetProperty("status_code");
            return (status.ValueKind == JsonValueKind.Null ? null : status.GetInt32(), attempt.GetProperty("error").ValueKind != JsonValueKind.Null);
        }
    }
}
