using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Checks;
using Reelsmith.Hosting.Settings;
using Reelsmith.Hosting.Stages;
using Reelsmith.Hosting.Telemetry;
using Reelsmith.Hosting.Workers;

namespace Reelsmith.Hosting;

/// <summary>What every process of Reelsmith shares.</summary>
public static class HostingExtensions
{
    /// <summary>Artifacts, stage results, cancellation and the bus. Call it once, after every AddXxxService, whose consumers it connects.</summary>
    /// <param name="configuration">Names the broker, the bucket and so on that processes share; null: everything is in this one.</param>
    /// <exception cref="Contracts.ReelsmithException">The configuration cannot be.</exception>
    public static IServiceCollection AddReelsmith(this IServiceCollection services, DataFolder data, IConfiguration? configuration = null)
    {
        services.TryAddSingleton(configuration ?? new ConfigurationBuilder().Build());
        services.AddSettings<BrokerSettings>(BrokerSettings.Section).AddSettings<WorkerSettings>(WorkerSettings.Section).AddSettings<TelemetrySettings>(TelemetrySettings.Section);
        services.AddSingleton(data);
        services.TryAddSingleton(TimeProvider.System);
        services.AddArtifacts();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<Broker>().AddSingleton<EngineQueues>().AddSingleton<IServerCheck, BrokerCheck>();
        services.TryAddSingleton(provider => new Precedence(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WorkerStop>();
        services.AddMetrics().AddSingleton<StageTelemetry>();
        services.AddSingleton<StageRunner>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<WorkWithdrawnConsumer>().Endpoint(endpoint => endpoint.IsOwn());
            foreach (var registration in services.Where(s => s.ServiceType == typeof(BusRegistration)).Select(s => (BusRegistration)s.ImplementationInstance!).ToArray())
            {
                registration.Register(bus);
            }
            bus.UseTransportOf(configuration);
        });
        // A server's broker may be away when a process starts: requests are answered meanwhile, and what is to be sent waits in the outbox.
        services.AddOptions<MassTransitHostOptions>().Configure<BrokerSettings>((bus, broker) => bus.WaitUntilStarted = broker.Url is null);
        services.AddHostedService<BusWatch>();
        return services;
    }
}
