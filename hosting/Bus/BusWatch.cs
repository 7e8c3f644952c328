using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reelsmith.Hosting.Bus;

/// <summary>Ends a process whose bus does not come up although the broker answers; whoever watches over processes starts it again. A connection that is lost while a bus starts
/// can leave it waiting for ever (MassTransit 8.5).</summary>
internal sealed class BusWatch(IBusControl bus, BrokerSettings settings, Broker broker, IHostApplicationLifetime process, TimeProvider time, ILogger<BusWatch> log) : BackgroundService
{
    /// <summary>How long the broker answers and the bus is not up.</summary>
    public TimeSpan LongestStart { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Url is null) return;
        using var timer = new PeriodicTimer(BetweenLooks, time);
        long? answersSince = null;
        while (bus.CheckHealth().Status != BusHealthStatus.Healthy && await timer.WaitForNextTickAsync(stoppingToken))
        {
            answersSince = await Answers(stoppingToken) ? answersSince ?? time.GetTimestamp() : null;
            if (answersSince is not { } since || time.GetElapsedTime(since) < LongestStart) continue;
            log.LogCritical("The broker answers, but the bus has not come up within {Seconds} s; this process ends, to be started again", LongestStart.TotalSeconds);
            process.StopApplication();
            return;
        }
    }

    private async Task<bool> Answers(CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await broker.OpenChannel(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
