using System.Globalization;
using HarfBuzzSharp;
using SkiaSharp;

namespace Reelsmith.Video.Typography;

/// <summary>Turns a line of text into placed glyphs.</summary>
internal static class LineShaper
{
    private const float HanLatinGap = 0.25f;

    /// <param name="tightening">Em, added to the style's letter spacing.</param>
    public static ShapedLine Shape(string text, TextStyle style, string language, FontChain fonts, float tightening)
    {
        var baseLevel = BidiLevels.BaseLevel(text, language);
        var levels = BidiLevels.Of(text, baseLevel);
        var runs = TextRun.Itemise(text, levels, fonts);
        var extents = new (float Left, float Right)[text.Length];
        var placed = new List<GlyphRun>();
        float x = 0, trailing = 0;
        foreach (var index in BidiLevels.VisualOrder([.. runs.Select(r => r.Level)]))
        {
            var run = runs[index];
            placed.Add(Place(text, run, style, language, style.LetterSpacing + tightening, extents, ref x, ref trailing));
        }
        FillLigatures(text, extents, levels);
        using var primary = fonts.Primary.Sized(style.Size);
        return new ShapedLine(text, placed, extents, levels, baseLevel == 1, Math.Max(0, x - trailing), primary.Metrics);
    }

    private static GlyphRun Place(string text, TextRun run, TextStyle style, string language, float letterSpacing, (float Left, float Right)[] extents, ref float x, ref float trailing)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text.AsSpan(), run.Start, run.End - run.Start);
        buffer.Direction = (run.Level & 1) == 1 ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = run.Script;
        buffer.Language = new Language(language);
        var spacing = IsCursive(run.Script) || run.Font.IsEmoji ? 0 : letterSpacing * style.Size;
        run.Font.Shape(buffer, Features(style, spacing));

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var scale = style.Size / run.Font.UnitsPerEm;
        var glyphs = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        var clusters = new int[infos.Length];
        for (var i = 0; i < infos.Length; i++)
        {
            var cluster = (int)infos[i].Cluster;
            var advance = positions[i].XAdvance * scale;
            var inset = 0f;
            if (style.TabularFigures && char.IsAsciiDigit(text[cluster]))
            {
                inset = ((run.Font.FigureWidth * scale) - advance) / 2;
                advance = run.Font.FigureWidth * scale;
            }
            glyphs[i] = (ushort)infos[i].Codepoint;
            points[i] = new SKPoint(x + inset + (positions[i].XOffset * scale), -positions[i].YOffset * scale);
            clusters[i] = cluster;
            var seen = extents[cluster];
            extents[cluster] = seen.Right > seen.Left ? (Math.Min(seen.Left, x), Math.Max(seen.Right, x + advance)) : (x, x + advance);
            trailing = 0;
            var clusterEnds = i + 1 == infos.Length || infos[i + 1].Cluster != infos[i].Cluster;
            if (clusterEnds && advance != 0)
            {
                trailing = spacing;
                if (char.IsWhiteSpace(text[cluster])) trailing += style.WordSpacing * style.Size;
                if (NeedsGap(text, cluster, run)) trailing += HanLatinGap * style.Size;
            }
            x += advance + trailing;
        }
        return new GlyphRun(run.Font.Sized(style.Size), glyphs, points, clusters);
    }

    // Characters that share a glyph with the one before them (ligatures) get equal shares of it; marks none.
    private static void FillLigatures(string text, (float Left, float Right)[] extents, int[] levels)
    {
        for (var i = 0; i < extents.Length; i++)
        {
            if (extents[i].Right <= extents[i].Left) continue;
            var end = i + 1;
            var letters = 1;
            while (end < extents.Length && extents[end] == default && levels[end] == levels[i])
            {
                if (StartsLetter(text, end)) letters++;
                end++;
            }
            if (letters == 1) continue;
            var (left, right) = extents[i];
            var share = (right - left) / letters;
            var letter = -1;
            for (var at = i; at < end; at++)
            {
                if (at > i && !StartsLetter(text, at)) continue;
                letter++;
                extents[at] = (levels[i] & 1) == 1 ? (right - ((letter + 1) * share), right - (letter * share)) : (left + (letter * share), left + ((letter + 1) * share));
            }
            i = end - 1;
        }
    }

    private static bool StartsLetter(string text, int at) =>
        !char.IsLowSurrogate(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter;

    private static Feature[] Features(TextStyle style, float spacing)
    {
        // Inter Display kerns tabular figures too, which would make them dance while they count.
        var features = new List<Feature> { new(Tag.Parse("kern"), style.TabularFigures ? 0u : 1), new(Tag.Parse("lnum"), 1) };
        if (style.TabularFigures) features.Add(new Feature(Tag.Parse("tnum"), 1));
        if (spacing != 0) features.AddRange([new Feature(Tag.Parse("liga"), 0), new Feature(Tag.Parse("clig"), 0)]); // CSS Text 4 §8.2
        return [.. features];
    }

    private static bool NeedsGap(string text, int at, TextRun run)
    {
        if ((run.Level & 1) == 1) return false;
        var next = at + StringInfo.GetNextTextElementLength(text, at);
        if (next >= text.Length) return false;
        return (IsHan(text[at]) && IsWesternLetter(text[next])) || (IsWesternLetter(text[at]) && IsHan(text[next]));
    }

    private static bool IsHan(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3105' and <= '\u312F') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD87F');

    private static bool IsWesternLetter(char c) => c < '\u0590' && char.IsLetterOrDigit(c);

    private static bool IsCursive(Script script) => script == Script.Arabic || script == Script.Syriac || script == Script.Mongolian || script == Script.Nko || script == Script.Devanagari || script == Script.Bengali || script == Script.Gurmukhi;
}
