using System.Net;
using Microsoft.AspNetCore.Http;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

/// <summary>What a webhook's address and a receiver's answer can make this machine do.</summary>
public sealed class PublicAddressesOnlyTests : IDisposable
{
    private const string Refused = "The host has an address that is not public.";
    private readonly TemporaryData _data = new();
    private readonly WatchedTime _time = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_name_that_is_public_first_and_private_later_gains_nothing()
    {
        await using var receiver = await Receiver.Start(500);
        var asked = 0;
        await using var sender = await Sender.Start(_data, _time, Sender.World(_ => Interlocked.Increment(ref asked) == 1 ? ["93.184.216.34"] : ["127.0.0.1"]));
        var delivery = await sender.Tell($"http://rebinding.example:{receiver.Url.Port}/");
        await receiver.Next();
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal(1, asked); // the address that was checked is the one that was connected to

        Assert.Equal(DeliveryState.Pending, await _time.PassUntil(sender.Noted()));
        Assert.Equal(1, receiver.Count);
        Assert.Equal([(500, null), ((int?)null, Refused)], (await sender.Look(delivery)).Attempts.Select(attempt => (attempt.StatusCode, attempt.Error)));
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        IPAddress[] dialled = [];
        var addresses = new PublicAddressesOnly(allowPrivate: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Parse("2606:4700:4700::1111")]), (to, _, _) =>
        {
            dialled = to;
            throw new IOException("nothing is connected to in a test");
        });
        using var http = new HttpClient(addresses.CreateHandler());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://example.com/")));
        Assert.Equal(["8.8.8.8", "2606:4700:4700::1111"], dialled.Select(address => address.ToString()));
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("93.184.216.34 10.0.0.1")] // one private address among public ones
    [InlineData("2606:4700:4700::1111 ::1")]
    [InlineData("93.184.216.34 ::ffff:169.254.169.254")]
    public async Task A_name_with_a_private_address_is_not_connected_to(string resolved)
    {
        await using var receiver = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, _time, Sender.World(_ => resolved.Split(' ')));
        var delivery = await sender.Tell($"http://sneaky.example:{receiver.Url.Port}/");
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal((Refused, 0), ((await sender.Look(delivery)).Error, receiver.Count));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1.")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("１２７.0.0.1")]
    public async Task However_it_is_written_the_real_resolver_does_not_lead_back_here(string host)
    {
        await using var receiver = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, _time, new PublicAddressesOnly(allowPrivate: false));
        var delivery = await sender.Tell($"http://{host}:{receiver.Url.Port}/");
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.NotNull((await sender.Look(delivery)).Error);
        Assert.Equal(0, receiver.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirection_is_not_followed(int status)
    {
        await using var inside = await Receiver.Start(200);
        await using var outside = await Receiver.Start((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = inside.Url.ToString();
            return Task.CompletedTask;
        });
        await using var sender = await Sender.Start(_data, _time); // even where private addresses are allowed
        var delivery = await sender.Tell(outside.Url.ToString());
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal((status, 0), ((await sender.Look(delivery)).StatusCode, inside.Count));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_a_failed_attempt()
    {
        await using var sender = await Sender.Start(_data, _time, Sender.World(_ => []));
        var delivery = await sender.Tell("http://nobody.example/");
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal("The host's name is not known.", (await sender.Look(delivery)).Error);
    }
}
