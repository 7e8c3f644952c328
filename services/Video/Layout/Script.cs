namespace Reelsmith.Video.Layout;

/// <summary>How a writing system is set: what it breaks at, how dense its lines are, where it starts.</summary>
internal enum Script
{
    /// <summary>Words with spaces, left to right.</summary>
    Spaced,

    /// <summary>Chinese, Japanese and Korean: full-width signs.</summary>
    Cjk,

    /// <summary>Arabic, Hebrew and kin: words with spaces, right to left.</summary>
    RightToLeft,

    /// <summary>Thai, Hindi and others whose marks stand above and below the line.</summary>
    Tall,
}
