namespace Reelsmith.Speech.Synthesis;

/// <summary>A stretch of sound.</summary>
/// <param name="Start">First sample.</param>
/// <param name="End">Sample after the last.</param>
internal readonly record struct SampleSpan(long Start, long End);
