namespace Reelsmith.Video.Layout;

/// <summary>A line of a fitted text.</summary>
/// <param name="Start">Where it starts in the text that was set; −1 for the second half of a word that was hyphenated.</param>
internal sealed record FittedLine(string Text, int Start, float Width);
