using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>The opening of a film: sun and rings come up into the place where the plate shows them. Gone once they are there.</summary>
/// <param name="sky">Opaque: hides the light that is baked into the plate.</param>
internal sealed class RisingLight(Sprite sky, Sprite light, int start, int frames, int distance) : ILayer
{
    public SKRectI Bounds(int frame) => Below(frame) > 0 ? sky.Bounds : SKRectI.Empty;

    public bool Changes(int frame) => Below(frame) != Below(frame - 1);

    public void Draw(SKCanvas canvas, int frame)
    {
        if (Below(frame) is not (> 0 and var below)) return;
        canvas.Save();
        canvas.ClipRect(sky.Bounds);
        canvas.DrawImage(sky.Image, sky.At.X, sky.At.Y, SKSamplingOptions.Default);
        canvas.DrawImage(light.Image, light.At.X, light.At.Y + below, SKSamplingOptions.Default);
        canvas.Restore();
    }

    private int Below(int frame) => (int)Math.Round(distance * (1 - Easing.Out((frame - start + 1.0) / frames)));
}
