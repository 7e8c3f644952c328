using Reelsmith.Video.Templates.Layers;
using Reelsmith.Video.Themes;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Turns laid-out texts into layers and notes where they stand.</summary>
internal sealed class TextPainter(Composition composition, SceneSetting scene)
{
    private const int LineFrames = 14, LineStagger = 5, WipeFrames = 9;

    /// <summary>A headline: its lines slide out of their masks one after the other, then its emphasised words light up when they are spoken.</summary>
    /// <returns>Frames at 30 a second after the entrance at which the last line starts.</returns>
    public int Reveal(TextBlock block, int start30 = 3)
    {
        var emphasised = EmphasisOf(block);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            var start = scene.Pace.At(start30 + i * LineStagger);
            var marked = emphasised.FirstOrDefault(part => part.Line == i);
            if (marked is null) AddLine(block, line, start, (canvas, paint) => line.Shaped.Draw(canvas, line.X, line.Baseline, paint), null, null);
            else AddMarked(block, line, marked, start);
            Note(block, line, marked is null ? [scene.Palette.Ink] : [scene.Palette.Ink, EmphasisAt(block.Role.Size).Top, EmphasisAt(block.Role.Size).Bottom], soft: false);
        }
        return start30 + Math.Max(0, block.Lines.Count - 1) * LineStagger;
    }

    /// <summary>Small type: comes up 24 px and fades in.</summary>
    public void Rise(TextBlock block, SKColor colour, double start30) => RiseAt(block, colour, scene.Pace.At(start30));

    public void RiseAt(TextBlock block, SKColor colour, int startFrame)
    {
        if (block.IsEmpty) return;
        composition.Add(new Rise(Flat(block, colour), startFrame, scene.Pace.Length(12), composition.Grid.Pixels(24), fades: true));
        Note(block, colour);
    }

    /// <summary>A block in one colour.</summary>
    public Sprite Flat(TextBlock block, SKColor colour) => composition.Rasterise(SKRect.Inflate(Union(block.Ink), 4, 4), canvas =>
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var line in block.Lines) line.Shaped.Draw(canvas, line.X, line.Baseline, paint);
    });

    public void Note(TextBlock block, params SKColor[] colours)
    {
        foreach (var line in block.Lines) Note(block, line, colours, colours.Contains(scene.Palette.Soft));
    }

    /// <summary>The soft colour, or ink where contrast asks for it.</summary>
    public SKColor Soft => scene.Remedy >= Remedy.InkForSoft ? scene.Palette.Ink : scene.Palette.Soft;

    public static SKRect Union(IEnumerable<SKRect> boxes) => boxes.Aggregate((a, b) => SKRect.Union(a, b));

    private void AddMarked(TextBlock block, TextLine line, Emphasis marked, int start)
    {
        var end = marked.Start + marked.Length;
        AddLine(block, line, start, (canvas, paint) =>
        {
            line.Shaped.DrawRange(canvas, 0, marked.Start, line.X, line.Baseline, paint);
            line.Shaped.DrawRange(canvas, end, line.Shaped.Text.Length - end, line.X, line.Baseline, paint);
        }, null, null);
        var ink = line.Shaped.Ink(marked.Start, marked.Length);
        if (ink.IsEmpty) return;
        ink.Offset(line.X, line.Baseline);
        var set = start + scene.Pace.Length(LineFrames - 4);
        var spoken = scene.Cues.FrameOf(marked.Text) is { } frame && frame < scene.Drawing.Frames - scene.Pace.Length(WipeFrames) ? frame : set;
        var bounds = composition.Grid.ToFrame(SKRect.Inflate(ink, 3, 3));
        Wipe Edge(bool shows) => new(bounds, Math.Max(spoken, set), scene.Pace.Length(WipeFrames), shows, line.Shaped.RightToLeft);
        AddLine(block, line, start, (canvas, paint) => line.Shaped.DrawRange(canvas, marked.Start, marked.Length, line.X, line.Baseline, paint), Edge(false), ink);
        AddLine(block, line, start, (canvas, paint) =>
        {
            using var shader = EmphasisShader(line.Baseline, block.Role.Size);
            paint.Shader = shader;
            paint.IsDither = true;
            line.Shaped.DrawRange(canvas, marked.Start, marked.Length, line.X, line.Baseline, paint);
        }, Edge(true), ink);
    }

    /// <summary>The emphasis gradient over the height of a line.</summary>
    public SKShader EmphasisShader(float baseline, float size) => SKShader.CreateLinearGradient(
        new SKPoint(0, baseline - .72f * size), new SKPoint(0, baseline + .16f * size), [EmphasisAt(size).Top, EmphasisAt(size).Bottom], SKShaderTileMode.Clamp);

    /// <summary>Only display type bears a gradient; smaller type is emphasised in the accent colour.</summary>
    private Shade EmphasisAt(float size) => size >= 90 ? scene.Palette.Emphasis : new Shade(scene.Palette.Accent, scene.Palette.Accent);

    private void AddLine(TextBlock block, TextLine line, int start, Action<SKCanvas, SKPaint> draw, Wipe? wipe, SKRect? part)
    {
        var ink = part ?? line.Ink;
        if (ink.IsEmpty) return;
        var sprite = composition.Rasterise(SKRect.Inflate(ink, 3, 3), canvas =>
        {
            using var paint = new SKPaint { Color = scene.Palette.Ink, IsAntialias = true };
            draw(canvas, paint);
        });
        var size = block.Role.Size;
        var mask = composition.Grid.ToFrame(new SKRect(line.Ink.Left - 8, Math.Min(line.Ink.Top, line.Baseline - size) - 4, line.Ink.Right + 8, Math.Max(line.Ink.Bottom, line.Baseline + .24f * size) + 4));
        composition.Add(new LineReveal(sprite, mask, start, scene.Pace.Length(LineFrames), composition.Grid.Pixels(size * 1.05f), wipe));
    }

    private List<Emphasis> EmphasisOf(TextBlock block)
    {
        var found = new List<Emphasis>();
        foreach (var part in scene.Visual.Emphasis.Where(part => part.Length > 0))
        {
            var at = block.Text.IndexOf(part, StringComparison.Ordinal);
            if (at < 0) continue;
            for (var i = 0; i < block.Lines.Count; i++)
            {
                var line = block.Lines[i];
                if (line.Start < 0 || found.Any(other => other.Line == i)) continue;
                var from = Math.Max(at, line.Start);
                var to = Math.Min(at + part.Length, line.Start + line.Shaped.Text.Length);
                if (to > from) found.Add(new Emphasis(i, from - line.Start, to - from, part));
            }
        }
        return found;
    }

    private void Note(TextBlock block, TextLine line, SKColor[] colours, bool soft)
    {
        var weakest = colours.MinBy(Contrast.Luminance);
        composition.Texts.Add(new PlacedText(line.Shaped.Text, line.Ink, weakest, block.Role.Size >= 90, soft, block.Role.Size));
    }

    private sealed record Emphasis(int Line, int Start, int Length, string Text);
}
