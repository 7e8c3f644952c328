using SkiaSharp;

namespace Reelsmith.Video.Captions;

/// <summary>A line of a caption drawn once in each of its colours, put together by words at each frame.</summary>
internal sealed class PhraseBitmaps : IDisposable
{
    private readonly CaptionLook _look;
    private readonly SKRectI _bounds;
    private readonly SKImage _said;
    private readonly SKImage _next;
    private readonly SKImage _active;

    public PhraseBitmaps(PhraseLine line, CaptionLook look)
    {
        Line = line;
        _look = look;
        _bounds = line.Bounds();
        _said = Drawn(look.Said);
        _next = Drawn(look.Next);
        _active = Drawn(look.Active);
    }

    public PhraseLine Line { get; }

    public void Draw(SKCanvas canvas, CaptionState state)
    {
        DrawWords(canvas, _said, Line.First, state.Said);
        DrawWords(canvas, _next, state.Said, Line.End);
        if (state.Lit < 0) return;
        if (_look.Pill is not { } colour)
        {
            canvas.Save();
            canvas.ClipRect(Line.WordRect(state.Lit));
            Faded(canvas, state.Alpha);
            canvas.Restore();
            return;
        }
        var radius = (_look.Tall ? 22 : 16) * _look.Scale;
        using var pill = new SKRoundRect(state.Pill, radius);
        using var paint = new SKPaint { IsAntialias = true, Color = colour.WithAlpha((byte)(colour.Alpha * state.Alpha)) };
        canvas.DrawRoundRect(pill, paint);
        canvas.Save();
        canvas.ClipRoundRect(pill, SKClipOperation.Intersect, antialias: true);
        Faded(canvas, state.Alpha);
        canvas.Restore();
    }

    public void Dispose()
    {
        _said.Dispose();
        _next.Dispose();
        _active.Dispose();
    }

    private void Faded(SKCanvas canvas, float alpha)
    {
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * alpha)) };
        canvas.DrawImage(_active, _bounds.Left, _bounds.Top, SKSamplingOptions.Default, paint);
    }

    // Runs of words are clipped where one word's share of the line ends; where text runs to the left, word by word all the same.
    private void DrawWords(SKCanvas canvas, SKImage image, int first, int end)
    {
        if (first >= end) return;
        if (first == Line.First && end == Line.End)
        {
            canvas.DrawImage(image, _bounds.Left, _bounds.Top, SKSamplingOptions.Default);
            return;
        }
        for (var word = first; word < end; word++)
        {
            var share = Line.WordRect(word);
            canvas.Save();
            canvas.ClipRect(new SKRect(MathF.Round(share.Left), _bounds.Top, MathF.Round(share.Right), _bounds.Bottom));
            canvas.DrawImage(image, _bounds.Left, _bounds.Top, SKSamplingOptions.Default);
            canvas.Restore();
        }
    }

    private SKImage Drawn(SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(_bounds.Width, _bounds.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        Line.Line.Draw(surface.Canvas, Line.X - _bounds.Left, Line.Baseline - _bounds.Top, paint);
        return surface.Snapshot();
    }
}
