using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reelsmith.Gateway.Retention;

/// <summary>Runs the sweep now and then.</summary>
internal sealed class RetentionService(RetentionSweep sweep, RetentionSettings settings, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sweep.Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "What has expired could not be removed; it is tried again");
            }
        }
    }
}
