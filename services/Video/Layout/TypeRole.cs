using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Layout;

/// <summary>What a text is set in.</summary>
/// <param name="Size">Design pixels.</param>
/// <param name="Line">Height of a line, times the size.</param>
/// <param name="Spacing">Em.</param>
internal sealed record TypeRole(Typeface Typeface, int Weight, float Size, float Line, float Spacing, bool Italic = false, bool Tabular = false, bool Cjk = false, float WordSpacing = 0)
{
    public float LineHeight => Size * Line;

    /// <summary>From the top of a line's box to its baseline: half of the leading, then the ascent of the typeface.</summary>
    public float Baseline
    {
        get
        {
            var (ascent, descent) = Cjk ? (1.16f, .288f) : Typeface == Typeface.Serif ? (.952f, .441f) : (.96875f, .2412f);
            return Size * ((Line - ascent - descent) / 2 + ascent);
        }
    }

    public TextStyle Style => new(Typeface, Weight, Size, Spacing, WordSpacing, Italic, Tabular);

    public TypeRole Scaled(float scale) => this with { Size = Size * scale };
}
