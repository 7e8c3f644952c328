using SkiaSharp;

namespace Reelsmith.Video.Typography;

/// <summary>A line of text with every glyph in its place. x counts from the line's left end, y from its baseline, down.</summary>
internal sealed class ShapedLine
{
    private readonly IReadOnlyList<GlyphRun> _runs;
    private readonly (float Left, float Right)[] _extents;
    private readonly int[] _levels;
    private readonly Lazy<SKRect> _ink;

    public ShapedLine(string text, IReadOnlyList<GlyphRun> runs, (float Left, float Right)[] extents, int[] levels, bool rightToLeft, float width, SKFontMetrics metrics)
    {
        Text = text;
        _runs = runs;
        _extents = extents;
        _levels = levels;
        RightToLeft = rightToLeft;
        Width = width;
        Ascent = -metrics.Ascent;
        Descent = metrics.Descent;
        CapHeight = metrics.CapHeight;
        _ink = new Lazy<SKRect>(() => Ink(0, text.Length));
    }

    public string Text { get; }

    /// <summary>Whether the line as a whole runs to the left.</summary>
    public bool RightToLeft { get; }

    /// <summary>Sum of the advances, spacing included but for that after the last letter.</summary>
    public float Width { get; }

    /// <summary>From the baseline up, positive; of the style's own font.</summary>
    public float Ascent { get; }

    /// <summary>From the baseline down, positive.</summary>
    public float Descent { get; }

    public float CapHeight { get; }

    /// <summary>What the glyphs cover.</summary>
    public SKRect InkBounds => _ink.Value;

    /// <summary>Every glyph, from left to right; 0 is the box that fonts draw for what they lack.</summary>
    public IEnumerable<ushort> Glyphs => _runs.SelectMany(r => r.Glyphs);

    /// <summary>Where the caret stands before a UTF-16 offset: the left edge of its character, the right one where text runs to the left.</summary>
    public float XOf(int offset)
    {
        if (Text.Length == 0) return 0;
        if (offset >= Text.Length) return RightToLeft ? 0 : Width;
        return (_levels[offset] & 1) == 1 ? _extents[offset].Right : _extents[offset].Left;
    }

    /// <summary>What a range of the text covers, from left to right; several pieces where directions mix.</summary>
    public IReadOnlyList<(float Left, float Right)> Extents(int start, int length)
    {
        var pieces = new List<(float Left, float Right)>();
        foreach (var (left, right) in _extents[start..Math.Min(start + length, Text.Length)].Where(e => e.Right > e.Left).OrderBy(e => e.Left))
        {
            // letter spacing leaves gaps or overlaps of a few hundredths of an em between neighbours
            if (pieces.Count > 0 && left <= pieces[^1].Right + (0.3f * CapHeight)) pieces[^1] = (pieces[^1].Left, Math.Max(pieces[^1].Right, right));
            else pieces.Add((left, right));
        }
        return pieces;
    }

    /// <summary>From the leftmost to the rightmost edge of a range.</summary>
    public (float Left, float Right) Extent(int start, int length) =>
        Extents(start, length) is { Count: > 0 } pieces ? (pieces[0].Left, pieces[^1].Right) : (XOf(start), XOf(start));

    /// <summary>What the glyphs of a range cover.</summary>
    public SKRect Ink(int start, int length)
    {
        var ink = SKRect.Empty;
        foreach (var run in _runs)
        {
            lock (run.Font)
            {
                var widths = new float[run.Glyphs.Length];
                var bounds = new SKRect[run.Glyphs.Length];
                run.Font.GetGlyphWidths(run.Glyphs, widths, bounds);
                for (var i = 0; i < bounds.Length; i++)
                {
                    if (run.Clusters[i] < start || run.Clusters[i] >= start + length || bounds[i].IsEmpty) continue;
                    bounds[i].Offset(run.Positions[i]);
                    ink = ink.IsEmpty ? bounds[i] : SKRect.Union(ink, bounds[i]);
                }
            }
        }
        return ink;
    }

    public void Draw(SKCanvas canvas, float x, float baselineY, SKPaint paint) => DrawRange(canvas, 0, Text.Length, x, baselineY, paint);

    /// <summary>Draws the glyphs of a range where they stand in the whole line.</summary>
    public void DrawRange(SKCanvas canvas, int start, int length, float x, float baselineY, SKPaint paint)
    {
        using var builder = new SKTextBlobBuilder();
        var any = false;
        foreach (var run in _runs)
        {
            var inside = Enumerable.Range(0, run.Glyphs.Length).Where(i => run.Clusters[i] >= start && run.Clusters[i] < start + length).ToArray();
            if (inside.Length == 0) continue;
            builder.AddPositionedRun(inside.Select(i => run.Glyphs[i]).ToArray(), run.Font, inside.Select(i => run.Positions[i]).ToArray());
            any = true;
        }
        if (!any) return;
        using var blob = builder.Build();
        canvas.DrawText(blob, x, baselineY, paint);
    }
}
