using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Narration;

internal sealed class NarrateSceneConsumer(VoiceChooser voices, Narrator narrator, StageRunner runner) : IConsumer<NarrateScene>
{
    public async Task Consume(ConsumeContext<NarrateScene> context)
    {
        var scene = context.Message;
        var choice = await voices.Choose(scene.Language, scene.Voice, anywhere: !EngineQueues.IsPassedOn(context), context.CancellationToken);
        if (choice.Voice is { Elsewhere: true } voice)
        {
            await EngineQueues.PassOn(context, Queues.Speech, voice.Engine);
            return;
        }
        await runner.Run<NarrationAudio>(context, scene, "speech", scene.Scene, $"{choice.Engine}, {Narrator.Version}",
            new { scene.Narration, scene.Language, Voice = choice.Voice?.Id ?? scene.Voice },
            narration => [narration.Audio, narration.Words],
            (work, stop) => narrator.Narrate(scene.Narration, scene.Language, choice.VoiceOrFailure(), work, stop),
            (narration, cost) => new SceneNarrated(scene.JobId, scene.Scene, narration, cost));
    }
}
