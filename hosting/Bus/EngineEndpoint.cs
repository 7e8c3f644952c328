using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Hosting.Bus;

/// <summary>Takes commands from an engine's queue for as long as this process has the engine.</summary>
internal sealed class EngineEndpoint<TConsumer>(string stage, string engine, int atOnce, IEngineCheck check, IReceiveEndpointConnector bus, BrokerSettings broker, TimeProvider time,
    ILogger<EngineEndpoint<TConsumer>> log) : BackgroundService where TConsumer : class, IConsumer
{
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMinutes(1);

    private HostReceiveEndpointHandle? _endpoint;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (broker.Url is null) return;
        using var timer = new PeriodicTimer(BetweenChecks, time);
        do
        {
            try
            {
                await Follow(await HasEngine(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Whether the engine {Engine} is here could not be found out", engine);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Follow(bool has, CancellationToken cancellationToken)
    {
        if (has && _endpoint is null)
        {
            _endpoint = bus.ConnectReceiveEndpoint(Queues.OfEngine(stage, engine), (context, endpoint) =>
            {
                (endpoint.PrefetchCount, endpoint.ConcurrentMessageLimit, endpoint.ConfigureConsumeTopology) = (atOnce, atOnce, false);
                Transport.Keep(endpoint);
                endpoint.ConfigureConsumer<TConsumer>(context);
            });
            log.LogInformation("Commands for the engine {Engine} are taken", engine);
        }
        else if (!has && _endpoint is { } endpoint)
        {
            _endpoint = null;
            await endpoint.StopAsync(cancellationToken);
            log.LogWarning("The engine {Engine} is gone; commands for it are left to other workers", engine);
        }
    }

    private async Task<bool> HasEngine(CancellationToken cancellationToken) => (await check.Check(cancellationToken)).Any(report => report.Engine == engine && report.Ready);
}
