using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>A strip of landscape, or what stands on it, that moves sideways slower than a pixel a frame. Copies shifted by a quarter
/// pixel each are blitted at whole pixels, so that the motion is smooth and costs what a copy costs.</summary>
/// <param name="copies">The bitmap shifted right by 0, ¼, ½ and ¾ pixel; a single one never moves.</param>
/// <param name="pixelsPerFrame">To the right, in frame pixels; negative to the left.</param>
/// <param name="floor">Frame row below which nothing is seen while it comes up: the ground in front of it.</param>
/// <param name="rise">Frame pixels that it comes up by when the film opens.</param>
internal sealed class DriftingStrip(SKImage[] copies, SKPointI at, double pixelsPerFrame, int rise, int start, int riseFrames, int floor) : PosedLayer
{
    protected override Pose At(int frame)
    {
        var quarters = copies.Length == 1 ? 0 : (int)Math.Floor(frame * pixelsPerFrame * 4 + .5);
        var below = rise == 0 ? 0 : (int)Math.Round(rise * (1 - Easing.Out((frame - start + 1.0) / riseFrames)));
        var image = copies[quarters & (copies.Length - 1)];
        var x = at.X + (quarters >> 2);
        return new Pose(image, x, at.Y + below, Clip: below > 0 ? new SKRectI(x, at.Y, x + image.Width, floor) : null);
    }
}
