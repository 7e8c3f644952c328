namespace Reelsmith.Speech.Synthesis;

/// <summary>A sentence as the engine spoke it.</summary>
/// <param name="SampleRate">Of the engine, in samples a second.</param>
/// <param name="Words">For each word of the sentence when it sounds; null for one that the engine gave no sound.</param>
internal sealed record SpokenSentence(short[] Samples, int SampleRate, IReadOnlyList<SampleSpan?> Words);
