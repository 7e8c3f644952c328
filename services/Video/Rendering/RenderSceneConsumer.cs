using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Video.Rendering;

internal sealed class RenderSceneConsumer(SceneRenderer renderer, MotionEngine engine, StageRunner stages) : IConsumer<RenderScene>
{
    public async Task Consume(ConsumeContext<RenderScene> context)
    {
        var command = context.Message;
        await stages.Run<RenderedScene>(context, command, "video", command.Scene, MotionEngine.Name, RenderKey.Of(command, await engine.Fingerprint()),
            stored => [stored.Clip],
            (work, cancellationToken) => renderer.Render(command, work, cancellationToken),
            (rendered, cost) => new SceneRendered(command.JobId, command.Scene, rendered.Clip, MotionEngine.Name, cost));
    }
}
