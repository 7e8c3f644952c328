namespace Reelsmith.Video.Typography;

/// <summary>The typefaces of a film; each falls back by script (Noto) where it lacks a glyph.</summary>
internal enum Typeface
{
    /// <summary>Inter Display, or Inter tightened by a further −0.012 em.</summary>
    Display,

    /// <summary>Inter.</summary>
    Text,

    /// <summary>Vollkorn, lining figures.</summary>
    Serif,
}

/// <summary>How a line of text is set.</summary>
/// <param name="Weight">CSS weight, 400 to 900.</param>
/// <param name="Size">Pixels of the frame.</param>
/// <param name="LetterSpacing">Em.</param>
/// <param name="WordSpacing">Em, added to each space.</param>
internal sealed record TextStyle(Typeface Typeface, int Weight, float Size, float LetterSpacing = 0, float WordSpacing = 0, bool Italic = false, bool TabularFigures = false);
