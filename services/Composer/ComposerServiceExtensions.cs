using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Composer.Derived;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Preview;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Composer;

public static class ComposerServiceExtensions
{
    /// <summary>Joins finished scenes into films: answers ComposeVideo, PackageScene and DeriveFile.</summary>
    public static IServiceCollection AddComposerService(this IServiceCollection services)
    {
        services.AddSingleton<ComposerEngines>();
        services.AddSingleton<FilmComposer>();
        services.AddSingleton<ScenePackager>();
        services.AddSingleton<FilmDerivatives>();
        services.AddEngineCheck<ComposerEngineCheck>(Queues.Composer);
        return services.AddConsumers(bus =>
        {
            bus.AddStage<ComposeVideoConsumer>(Queues.Composer, atOnce: 1);
            bus.AddStage<PackageSceneConsumer>(Queues.Preview, atOnce: 2);
            bus.AddStage<DeriveFileConsumer>(Queues.Derived, atOnce: 1);
        });
    }
}
