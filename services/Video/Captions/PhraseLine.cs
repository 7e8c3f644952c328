using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Captions;

/// <summary>One line of a phrase, set and placed: where each of its words stands in the frame.</summary>
internal sealed class PhraseLine
{
    private const string Closing = "，。、！？：；）」』》…,.!?:;)\"”’";
    private readonly (SKRect Word, SKRect Pill)[] _words;

    private PhraseLine(int first, ShapedLine line, float x, float baseline, (SKRect, SKRect)[] words)
    {
        First = first;
        Line = line;
        X = x;
        Baseline = baseline;
        _words = words;
    }

    /// <summary>Index of its first word among all words.</summary>
    public int First { get; }

    public int End => First + _words.Length;

    public ShapedLine Line { get; }

    public float X { get; }

    public float Baseline { get; }

    public bool Has(int word) => word >= First && word < End;

    /// <summary>The stretch of the line that belongs to a word, up to the middle of the spaces beside it.</summary>
    public SKRect WordRect(int word) => _words[word - First].Word;

    /// <summary>The pill of a word.</summary>
    public SKRect PillRect(int word) => _words[word - First].Pill;

    /// <summary>All that it may cover, pill included.</summary>
    public SKRectI Bounds()
    {
        var bounds = new SKRect(X, Baseline, X + Line.Width, Baseline);
        foreach (var (word, pill) in _words) bounds = SKRect.Union(bounds, SKRect.Union(word, pill));
        bounds.Inflate(2, 2);
        return SKRectI.Round(bounds);
    }

    public static PhraseLine Set(IReadOnlyList<SpokenWord> words, int first, int end, ShapedLine line, IReadOnlyList<int> offsets, float x, float baseline, CaptionLook look, bool wide)
    {
        var size = look.Style.Size;
        var side = (wide ? 5 : look.Tall ? 14 : 10) * look.Scale;
        var (above, below) = look.Tall ? (4 * look.Scale, 6 * look.Scale) : (2 * look.Scale, 4 * look.Scale);
        var placed = new (SKRect, SKRect)[end - first];
        for (var word = first; word < end; word++)
        {
            var text = words[word].Text;
            var (left, right) = line.Extent(offsets[word - first], text.Length);
            var core = wide ? Core(text) : (Start: 0, Length: text.Length);
            var (pillLeft, pillRight) = wide ? line.Extent(offsets[word - first] + core.Start, core.Length) : (left, right);
            var half = size * 0.1f;
            placed[word - first] = (
                new SKRect(x + left - (wide ? 0 : half), baseline - line.Ascent, x + right + (wide ? 0 : half), baseline + line.Descent),
                new SKRect(x + pillLeft - side, baseline - line.Ascent - above, x + pillRight + side, baseline + line.Descent + below));
        }
        return new PhraseLine(first, line, x, baseline, placed);
    }

    // Without its punctuation, which stays outside the pill.
    private static (int Start, int Length) Core(string text)
    {
        int start = 0, end = text.Length;
        while (end > start + 1 && IsPunctuation(text[end - 1])) end--;
        while (start < end - 1 && IsPunctuation(text[start])) start++;
        return (start, end - start);
    }

    private static bool IsPunctuation(char c) => Closing.Contains(c, StringComparison.Ordinal) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
}
