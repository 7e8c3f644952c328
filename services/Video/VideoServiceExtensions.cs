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
    // Two where there are two processors: one draws while the other's encoder starts up or drains.
    private static int ScenesAtOnce => Math.Clamp(Environment.ProcessorCount, 1, 2) + (Math.Max(0, Environment.ProcessorCount - 2) / 3);

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
        return services.AddConsumers(bus => bus.AddStage<RenderSceneConsumer>(Queues.Video, ScenesAtOnce));
    }
}
