namespace Reelsmith.Video.Layout;

/// <summary>A text broken into lines.</summary>
/// <param name="Text">What was set: the text, its short form, or as much of it as there was room for.</param>
/// <param name="Scale">What the role's size is multiplied by.</param>
internal sealed record FittedText(string Text, IReadOnlyList<FittedLine> Lines, float Scale)
{
    public float Width => Lines.Count == 0 ? 0 : Lines.Max(line => line.Width);
}
