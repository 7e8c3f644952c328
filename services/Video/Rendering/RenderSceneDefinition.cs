using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Video.Rendering;

/// <summary>Two scenes at once where there are two processors: one draws while the other's encoder starts up or drains.</summary>
internal sealed class RenderSceneDefinition : ConsumerDefinition<RenderSceneConsumer>
{
    public RenderSceneDefinition()
    {
        EndpointName = Queues.Video;
        ConcurrentMessageLimit = Math.Clamp(Environment.ProcessorCount, 1, 2) + (Math.Max(0, Environment.ProcessorCount - 2) / 3);
    }
}
