using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Script.Storyboards;

internal sealed class WriteScriptConsumer(StoryboardWriter writer, IArtifactStore artifacts, StageRunner runner) : IConsumer<WriteScript>
{
    public Task Consume(ConsumeContext<WriteScript> context)
    {
        // The format changes no word of the script.
        var request = context.Message.Request with { Format = VideoFormat.Default };
        return runner.Run<ArtifactRef>(context, context.Message, "script", null, StoryboardWriter.Engine, request, storyboard => [storyboard],
            async (work, cancellationToken) =>
            {
                var given = await writer.Read(request, cancellationToken);
                var storyboard = work.Measure(() => writer.Write(request, given));
                cancellationToken.ThrowIfCancellationRequested();
                return await artifacts.AddJson(storyboard, cancellationToken);
            },
            (storyboard, cost) => new ScriptWritten(context.Message.JobId, storyboard, cost));
    }
}
