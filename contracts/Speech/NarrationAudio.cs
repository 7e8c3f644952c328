namespace Reelsmith.Contracts;

/// <summary>A scene's spoken narration.</summary>
/// <param name="Audio">WAV, 48 kHz, mono, 16 bit; silence trimmed at both ends.</param>
/// <param name="Words">JSON of <see cref="WordTimings"/>.</param>
/// <param name="Samples">Length of the audio at 48 kHz.</param>
/// <param name="Voice">The voice that spoke.</param>
public sealed record NarrationAudio(ArtifactRef Audio, ArtifactRef Words, long Samples, string Voice);
