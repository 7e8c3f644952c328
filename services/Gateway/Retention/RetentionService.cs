using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Retention;

/// <summary>Runs the sweep now and then.</summary>
internal sealed class RetentionService(RetentionSweep sweep, GatewayStore store, RetentionSettings settings, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    private const long SweepLock = 0x5265656C73737770;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.Database.Alone(SweepLock, () => sweep.Run(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "What has expired could not be removed; it is tried again");
            }
        }
    }
}
