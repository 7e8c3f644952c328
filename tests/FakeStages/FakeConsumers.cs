using System.Text;
using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Tests.FakeStages;

internal sealed class FakeScriptConsumer(StageRunner runner, IArtifactStore artifacts, FakeStages fakes) : IConsumer<WriteScript>
{
    public Task Consume(ConsumeContext<WriteScript> context) => runner.Run<ArtifactRef>(context, context.Message, "script", null, "fake 1", context.Message.Request, storyboard => [storyboard],
        async (_, ct) =>
        {
            await fakes.Work(context.Message, ct);
            var given = context.Message.Request.Storyboard is { } file ? StoryboardReader.Read(await File.ReadAllBytesAsync(await artifacts.PathOf(file, ct), ct)) : null;
            return await artifacts.AddJson(given ?? fakes.StoryboardOf?.Invoke(context.Message.Request) ?? fakes.Storyboard, ct);
        },
        (storyboard, cost) => new ScriptWritten(context.Message.JobId, storyboard, cost));
}

internal sealed class FakeSpeechConsumer(StageRunner runner, IArtifactStore artifacts, FakeStages fakes) : IConsumer<NarrateScene>
{
    public Task Consume(ConsumeContext<NarrateScene> context)
    {
        var command = context.Message;
        return runner.Run<NarrationAudio>(context, command, "speech", command.Scene, "fake 1", command with { JobId = Guid.Empty, Revision = 0, Scene = 0 }, n => [n.Audio],
            async (work, ct) =>
            {
                await fakes.Work(command, ct);
                work.AddCpu(TimeSpan.FromMilliseconds(1));
                var audio = await artifacts.AddBytes(Encoding.UTF8.GetBytes($"audio of {command.Narration}"), "wav", ct);
                var words = await artifacts.AddJson(new WordTimings([new SpokenWord(command.Narration, 0, 24_000, 0, command.Narration.Length)]), ct);
                return new NarrationAudio(audio, words, 1_000 * command.Narration.Length, command.Voice ?? "fake");
            },
            (narration, cost) => new SceneNarrated(command.JobId, command.Scene, narration, cost));
    }
}

internal sealed class FakeVideoConsumer(StageRunner runner, IArtifactStore artifacts, FakeStages fakes) : IConsumer<RenderScene>
{
    public Task Consume(ConsumeContext<RenderScene> context)
    {
        var command = context.Message;
        return runner.Run<ArtifactRef>(context, command, "video", command.Scene, "fake 1", command with { JobId = Guid.Empty, Revision = 0 }, clip => [clip],
            async (work, ct) =>
            {
                work.Progress(0.5);
                await fakes.Work(command, ct);
                work.AddCpu(TimeSpan.FromMilliseconds(2));
                return await artifacts.AddJson(command with { JobId = Guid.Empty, Revision = 0 }, ct);
            },
            (clip, cost) => new SceneRendered(command.JobId, command.Scene, clip, "fake 1", cost));
    }
}

internal sealed class FakeComposerConsumer(StageRunner runner, IArtifactStore artifacts, FakeStages fakes) : IConsumer<ComposeVideo>
{
    public Task Consume(ConsumeContext<ComposeVideo> context)
    {
        var command = context.Message;
        return runner.Run<VideoFiles>(context, command, "composer", null, "fake 1", command with { JobId = Guid.Empty, Revision = 0 }, f => [f.Video],
            async (_, ct) =>
            {
                await fakes.Work(command, ct);
                async Task<ArtifactRef> File(string name, string extension) => await artifacts.AddBytes(Encoding.UTF8.GetBytes($"{name} of {command.Storyboard.Hash} {command.Format}"), extension, ct);
                return new VideoFiles(await File("video", "mp4"), await File("poster", "jpg"), await File("captions", "srt"), await File("captions", "vtt"), command.Storyboard,
                    await File("provenance", "json"), await File("qc", "json"), command.Scenes.Sum(scene => scene.Frames));
            },
            (files, cost) => new VideoComposed(command.JobId, files, cost));
    }
}

internal sealed class FakePreviewConsumer(StageRunner runner, IArtifactStore artifacts, FakeStages fakes) : IConsumer<PackageScene>
{
    public Task Consume(ConsumeContext<PackageScene> context)
    {
        var request = context.Message;
        return runner.Answer<ScenePackaged>(context, "composer", "fake 1", request, packaged => [.. packaged.Segments.Select(segment => segment.Media)],
            async (_, ct) =>
            {
                await fakes.Work(request, ct);
                var initialization = await artifacts.AddBytes(Encoding.UTF8.GetBytes($"initialization of {request.Format}"), "mp4", ct);
                var media = await artifacts.AddBytes(Encoding.UTF8.GetBytes($"{request.Scene.Clip.Hash} from {request.Start}"), "m4s", ct);
                return new ScenePackaged(initialization, [new MediaSegment(media, request.Scene.Frames)], request.Format.FramesPerSecond);
            });
    }
}
