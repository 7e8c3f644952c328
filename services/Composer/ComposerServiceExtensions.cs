using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Composer.Films;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Composer;

public static class ComposerServiceExtensions
{
    /// <summary>Joins finished scenes into films: answers ComposeVideo.</summary>
    public static IServiceCollection AddComposerService(this IServiceCollection services)
    {
        services.AddSingleton<ComposerEngines>();
        services.AddSingleton<FilmComposer>();
        services.AddSingleton<IEngineCheck, ComposerEngineCheck>();
        return services.AddConsumers(bus => bus.AddConsumer<ComposeVideoConsumer, ComposeVideoDefinition>());
    }
}
