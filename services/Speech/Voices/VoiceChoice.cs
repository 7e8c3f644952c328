using Reelsmith.Contracts;

namespace Reelsmith.Speech.Voices;

/// <summary>The voice for a narration, or why there is none.</summary>
internal sealed record VoiceChoice(Voice? Voice, Failure? Failure)
{
    /// <summary>Name and version, for the key of results.</summary>
    public string Engine => Voice is null ? "speech" : $"{Voice.Engine} {Voice.EngineVersion}";

    /// <exception cref="ReelsmithException">There is none.</exception>
    public Voice VoiceOrFailure() => Voice ?? throw new ReelsmithException(Failure!);
}
