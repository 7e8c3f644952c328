using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting;

/// <summary>What every process of Reelsmith shares.</summary>
public static class HostingExtensions
{
    /// <summary>Artifacts, stage results, cancellation and the bus. Call it once, after every AddXxxService, whose consumers it connects.</summary>
    public static IServiceCollection AddReelsmith(this IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(data);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArtifactStore>();
        services.AddSingleton<StageResults>();
        services.AddSingleton<RunningJobs>();
        services.TryAddSingleton(_ => new Precedence());
        services.AddSingleton<StageRunner>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<WorkWithdrawnConsumer>().Endpoint(e => e.Temporary = true);
            foreach (var registration in services.Where(s => s.ServiceType == typeof(BusRegistration)).Select(s => (BusRegistration)s.ImplementationInstance!).ToArray())
            {
                registration.Register(bus);
            }
            bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
        });
        return services;
    }
}
