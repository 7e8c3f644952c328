using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;
using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Rendering;
using Reelsmith.Video.Stills;
using Reelsmith.Video.Templates;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video;

public static class VideoServiceExtensions
{
    /// <summary>The motion renderer behind the video queue.</summary>
    public static IServiceCollection AddVideoService(this IServiceCollection services)
    {
        services.AddSingleton(_ => new Fonts());
        services.AddSingleton<PictureLibrary>();
        services.AddSingleton<PictureRasters>();
        services.AddSingleton<SceneComposer>();
        services.AddSingleton<SceneRenderer>();
        services.AddSingleton<MotionEngine>();
        services.AddEngineCheck<MotionEngineCheck>(Queues.Video);
        services.AddSingleton<StillCommand>();
        return services.AddConsumers(bus => bus.AddConsumer<RenderSceneConsumer, RenderSceneDefinition>());
    }
}
