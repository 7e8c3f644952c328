namespace Reelsmith.Contracts;

/// <summary>A word of a caption and the time it takes.</summary>
/// <param name="Text">As shown: with its punctuation, numbers as they are spoken.</param>
/// <param name="Start">First sample at 48 kHz, from the start of the audio.</param>
/// <param name="End">Sample after the last.</param>
/// <param name="Offset">Where the word stands in the narration, in UTF-16 code units; several words share the place of one number.</param>
/// <param name="Length">How much of the narration it stands for, in UTF-16 code units.</param>
/// <param name="SpaceAfter">Whether a space follows in the narration (never between Chinese words).</param>
public sealed record SpokenWord(string Text, long Start, long End, int Offset, int Length, bool SpaceAfter = true);
