using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Hosting.Engines;

public static class EngineExtensions
{
    /// <summary>Registers the check of a stage's engines: for this process, and for whoever asks the stage over the bus.</summary>
    /// <param name="stage">"script", "speech", "video" or "composer".</param>
    public static IServiceCollection AddEngineCheck<TCheck>(this IServiceCollection services, string stage) where TCheck : class, IEngineCheck
    {
        services.TryAddSingleton<TCheck>();
        services.AddSingleton<IEngineCheck>(s => s.GetRequiredService<TCheck>());
        return services.AddConsumers(bus => bus.AddConsumer<DescribeEnginesConsumer<TCheck>>().Endpoint(endpoint => endpoint.Name = Queues.Engines(stage)));
    }
}
