using Reelsmith.Video.Layout;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A text laid out: its lines with their places, in design pixels.</summary>
/// <param name="Text">What is set, which may be the short form.</param>
internal sealed record TextBlock(string Text, TypeRole Role, IReadOnlyList<TextLine> Lines)
{
    public static TextBlock Empty { get; } = new("", new TypeRole(Typeface.Text, 400, 1, 1, 0), []);

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Lower edge of the last line's box.</summary>
    public float Bottom => IsEmpty ? 0 : Lines[^1].Baseline - Role.Baseline + Role.LineHeight;

    public float Top => IsEmpty ? 0 : Lines[0].Baseline - Role.Baseline;

    /// <summary>What the glyphs cover, a box a line.</summary>
    public IEnumerable<SKRect> Ink => Lines.Select(line => line.Ink);

    /// <summary>The same block elsewhere.</summary>
    public TextBlock Moved(float dy) => this with { Lines = [.. Lines.Select(line => line with { Baseline = line.Baseline + dy })] };
}
