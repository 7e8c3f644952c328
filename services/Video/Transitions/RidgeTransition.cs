using Reelsmith.Contracts;
using SkiaSharp;

namespace Reelsmith.Video.Transitions;

/// <summary>The new scene comes up under a ridge, two veils ahead of it, while the old picture lifts.</summary>
internal sealed class RidgeTransition : ITransition
{
    private const float Amplitude = 26, NearAhead = 50, FarAhead = 110, OldLifts = 200, NewRises = 400;

    private readonly int _frames;
    private readonly float _height;
    private readonly float _scale;
    private readonly int _reach;
    private readonly SKPath _below;
    private readonly SKImage _veils;

    public RidgeTransition(VideoFormat format, TransitionLook look, float scale)
    {
        _frames = TransitionTiming.Frames(Transition.Ridge, format);
        _height = format.Height;
        _scale = scale;
        _reach = RidgeLine.Reach(Amplitude * scale);
        _below = RidgeLine.Area(format.Width, Amplitude * scale, 0, 2 * _height);
        _veils = Veils(format.Width, look);
    }

    public void Draw(SKCanvas canvas, SKImage closing, SKImage next, int frame)
    {
        var progress = TransitionTiming.Progress(frame, _frames);
        // from below the frame, veils and all, to above it
        var start = _height + ((FarAhead * _scale) + _reach);
        var ridge = (int)MathF.Round(start - (progress * (start + _reach)));
        canvas.DrawImage(closing, 0, MathF.Round(-OldLifts * _scale * progress), SKSamplingOptions.Default);
        canvas.DrawImage(_veils, 0, ridge - VeilsTop, SKSamplingOptions.Default);
        using var below = new SKPath(_below);
        below.Transform(SKMatrix.CreateTranslation(0, ridge));
        canvas.ClipPath(below, SKClipOperation.Intersect, antialias: true);
        canvas.DrawImage(next, 0, MathF.Round(NewRises * _scale * (1 - progress)), SKSamplingOptions.Default);
    }

    public void Dispose()
    {
        _below.Dispose();
        _veils.Dispose();
    }

    private int VeilsTop => (int)MathF.Ceiling(FarAhead * _scale) + _reach;

    private SKImage Veils(int width, TransitionLook look)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, VeilsTop + _reach + 2, SKColorType.Bgra8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        foreach (var (colour, ahead, phase) in new[] { (look.FarVeil, FarAhead, 1.9f), (look.NearVeil, NearAhead, 0.8f) })
        {
            using var area = RidgeLine.Area(width, Amplitude * _scale, phase, 4 * _height);
            using var paint = new SKPaint { IsAntialias = true, Color = colour };
            canvas.Save();
            canvas.Translate(0, VeilsTop - (ahead * _scale));
            canvas.DrawPath(area, paint);
            canvas.Restore();
        }
        return surface.Snapshot();
    }
}
