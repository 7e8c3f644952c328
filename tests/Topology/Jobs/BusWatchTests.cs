using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Topology.Tests.Jobs;

public sealed class BusWatchTests
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task A_process_ends_when_its_bus_does_not_come_up_although_the_broker_answers()
    {
        await using var cluster = await Cluster.Start();
        var gateway = await cluster.Gateway();
        var process = new Lifetime();
        await cluster.Broker.Kill();
        var bus = DispatchProxy.Create<IBusControl, Down>();
        using var watch = Watch(gateway, bus, process);
        await watch.StartAsync(CancellationToken.None);
        await ((Down)bus).LookedAt(3 * (int)(LongestStart / BetweenLooks));
        Assert.False(process.Stopped.IsCompleted);

        await cluster.Broker.Restart(CancellationToken.None);

        await process.Stopped;
    }

    [Fact]
    public async Task A_bus_that_is_up_is_left_alone()
    {
        await using var cluster = await Cluster.Start();
        var gateway = await cluster.Gateway();
        using var watch = Watch(gateway, gateway.GetRequiredService<IBusControl>(), new Lifetime());

        await watch.StartAsync(CancellationToken.None);

        await watch.ExecuteTask!;
    }

    private static BusWatch Watch(IServiceProvider gateway, IBusControl bus, Lifetime process) =>
        new(bus, gateway.GetRequiredService<BrokerSettings>(), gateway.GetRequiredService<Broker>(), process, TimeProvider.System, NullLogger<BusWatch>.Instance) { LongestStart = LongestStart, BetweenLooks = BetweenLooks };

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stopped => _stopped.Task;

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopped.TrySetResult();
    }
}
