using Reelsmith.Contracts;
using SkiaSharp;

namespace Reelsmith.Video.Transitions;

/// <summary>Dive and rise: the camera moves one frame height, from one picture to the other; ground hangs over the seam between them.</summary>
internal sealed class CameraTransition : ITransition
{
    private readonly bool _dive;
    private readonly int _frames;
    private readonly int _height;
    private readonly int _stripTop;
    private readonly SKImage _seam;

    public CameraTransition(bool dive, VideoFormat format, TransitionLook look, float scale)
    {
        _dive = dive;
        _frames = TransitionTiming.Frames(Transition.Dive, format);
        _height = format.Height;
        var amplitude = 16 * scale;
        var middle = 44 * scale;
        _stripTop = (int)(24 * scale);
        _seam = Draw(format, look, amplitude, middle, scale);
    }

    public void Draw(SKCanvas canvas, SKImage closing, SKImage next, int frame)
    {
        var moved = (int)MathF.Round(_height * TransitionTiming.Progress(frame, _frames));
        var seam = _dive ? _height - moved : moved;
        var (upper, lower) = _dive ? (closing, next) : (next, closing);
        canvas.DrawImage(upper, 0, seam - _height, SKSamplingOptions.Default);
        canvas.DrawImage(lower, 0, seam, SKSamplingOptions.Default);
        canvas.DrawImage(_seam, 0, seam - _stripTop, SKSamplingOptions.Default);
    }

    public void Dispose() => _seam.Dispose();

    // Ground from above the seam down to a ridge below it, with a lit edge.
    private SKImage Draw(VideoFormat format, TransitionLook look, float amplitude, float middle, float scale)
    {
        var height = _stripTop + (int)middle + RidgeLine.Reach(amplitude) + (int)(4 * scale) + 1;
        using var surface = SKSurface.Create(new SKImageInfo(format.Width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(0, _stripTop + middle);
        using var area = RidgeLine.Area(format.Width, amplitude, 0.6f, -_stripTop - middle);
        using var line = RidgeLine.Line(format.Width, amplitude, 0.6f);
        // fades in over the upper picture's own ground, which need not have quite this colour
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, -_stripTop - middle), new SKPoint(0, -middle), [look.Ground.WithAlpha(0), look.Ground], SKShaderTileMode.Clamp);
        var rimColour = look.Rim.WithAlpha((byte)(look.Rim.Alpha * 0.45f));
        using var lit = SKShader.CreateLinearGradient(new SKPoint(format.Width * 0.35f, 0), new SKPoint(format.Width, 0), [rimColour.WithAlpha(0), rimColour, rimColour.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var ground = new SKPaint { IsAntialias = true, Shader = shader };
        using var rim = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, 3 * scale), Shader = lit };
        canvas.DrawPath(area, ground);
        canvas.DrawPath(line, rim);
        return surface.Snapshot();
    }
}
