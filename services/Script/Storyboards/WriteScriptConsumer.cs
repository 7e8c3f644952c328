using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Script.Storyboards;

internal sealed class WriteScriptConsumer(StoryboardWriter writer, ArtifactStore artifacts, StageRunner runner) : IConsumer<WriteScript>
{
    public Task Consume(ConsumeContext<WriteScript> context)
    {
        // The format changes no word of the script.
        var request = context.Message.Request with { Format = VideoFormat.Default };
        return runner.Run<ArtifactRef>(context, context.Message.JobId, "script", null, StoryboardWriter.Engine, request, artifacts.Contains,
            async (work, cancellationToken) =>
            {
                var started = ThreadCpu.Now();
                var storyboard = await writer.Write(request, cancellationToken);
                work.AddCpu(ThreadCpu.Now() - started);
                return await artifacts.AddJson(storyboard, cancellationToken);
            },
            (storyboard, cost) => new ScriptWritten(context.Message.JobId, storyboard, cost));
    }
}
