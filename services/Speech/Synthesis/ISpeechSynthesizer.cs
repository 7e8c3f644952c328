using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Synthesis;

/// <summary>An engine that speaks sentences and says when each word sounds.</summary>
internal interface ISpeechSynthesizer
{
    /// <summary>As in <see cref="Voice.Engine"/>.</summary>
    string Engine { get; }

    /// <summary>Its voices on this machine; empty when it is not installed.</summary>
    Task<IReadOnlyList<Voice>> Voices(CancellationToken cancellationToken);

    /// <summary>Speaks the sentences one after another, without the silence around them.</summary>
    /// <exception cref="Contracts.ReelsmithException">The engine is missing, was killed, or hangs.</exception>
    Task<IReadOnlyList<SpokenSentence>> Speak(IReadOnlyList<SpeechSentence> sentences, Voice voice, StageWork work, CancellationToken cancellationToken);
}
