namespace Reelsmith.Composer.Sound;

/// <summary>The files that the film's sound is mixed from.</summary>
/// <param name="Narrations">A WAV file a scene.</param>
/// <param name="Music">The music bed, stereo, from the film's first sample; null for a film without.</param>
internal sealed record SoundSources(IReadOnlyList<string> Narrations, string? Music);
