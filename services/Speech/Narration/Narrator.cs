using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Audio;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Narration;

/// <summary>Speaks a scene's narration and says when each word of it is heard.</summary>
internal sealed class Narrator(IEnumerable<ISpeechSynthesizer> synthesizers, IArtifactStore artifacts)
{
    /// <summary>Part of every result's key: raised when the same text would come out otherwise.</summary>
    public const string Version = "narration 1";

    /// <exception cref="ReelsmithException">The narration says nothing, or the engine fails.</exception>
    public async Task<NarrationAudio> Narrate(string narration, string language, Voice voice, StageWork work, CancellationToken cancellationToken)
    {
        UnreadableScript.Refuse(narration, voice);
        var started = ThreadCpu.Now();
        var sentences = SpeechNormaliser.Sentences(narration, language.Length > 0 ? language : voice.Languages[0]);
        if (sentences.Count == 0)
        {
            throw ReelsmithException.InvalidInput("nothing_to_say", $"The narration “{Beginning(narration)}” has nothing that can be spoken.",
                "Give the scene at least one word or number in the language of the film.");
        }
        work.AddCpu(ThreadCpu.Now() - started);
        var engine = synthesizers.Single(synthesizer => synthesizer.Engine == voice.Engine);
        var spoken = await engine.Speak(sentences, voice, work, cancellationToken);
        var track = SpeechTrack.Join(sentences, spoken);
        if (track.Samples.Length == 0)
        {
            throw ReelsmithException.InvalidInput("nothing_to_say", $"The voice {voice.Id} has no sound for the narration “{Beginning(narration)}”.",
                "Choose a voice that reads its script, or write it in another.");
        }
        var samples = await NarrationSound.Level(track, work, cancellationToken);
        var words = WordTimeline.Of([.. sentences.SelectMany(sentence => sentence.Words)], track.Words, track.SampleRate, samples.Length);
        return new NarrationAudio(await artifacts.AddBytes(WavFile.Write(samples), "wav", cancellationToken), await artifacts.AddJson(words, cancellationToken), samples.Length, voice.Id);
    }

    private static string Beginning(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
