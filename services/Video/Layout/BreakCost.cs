namespace Reelsmith.Video.Layout;

/// <summary>What it costs to end a line at a place.</summary>
internal enum BreakCost
{
    /// <summary>After a phrase: punctuation ends it.</summary>
    Phrase = 0,

    /// <summary>Between words.</summary>
    Word = 4,

    /// <summary>Inside a run of signs without spaces, where a word may or may not end.</summary>
    Sign = 8,

    /// <summary>After a word that leans on the next, between number and unit, inside a name or a word: a line so broken is wrong, though it can be read.</summary>
    Wrong = 100,

    /// <summary>Never: punctuation would start or end the line.</summary>
    Never = 10_000,
}
