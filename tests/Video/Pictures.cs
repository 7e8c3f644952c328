using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Tests;

/// <summary>Small scenes for tests of what draws and encodes them.</summary>
internal static class Pictures
{
    public static SKImage Plain(int width, int height, SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.Clear(colour);
        return surface.Snapshot();
    }

    /// <summary>A plate with a square that moves four pixels to the right at each frame below <paramref name="until"/>.</summary>
    public static ScenePicture MovingSquare(int width, int height, int until) => new(Plain(width, height, new SKColor(40, 20, 80)), [new Square(until)]);

    private sealed class Square(int until) : ILayer
    {
        public SKRectI Bounds(int frame) => SKRectI.Create(5 + (4 * Math.Min(frame, until)), 21, 30, 30);

        public bool Changes(int frame) => frame <= until;

        public void Draw(SKCanvas canvas, int frame)
        {
            using var paint = new SKPaint { Color = new SKColor(255, 194, 75) };
            canvas.DrawRect(Bounds(frame), paint);
        }
    }
}
