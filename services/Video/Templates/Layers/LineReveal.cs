using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>A line of display type that slides up out of a mask whose lower edge lies under its descenders.</summary>
/// <param name="mask">Frame pixels in which the line may be seen while it moves.</param>
/// <param name="wipe">Null, or the edge that shows or hides an emphasised word.</param>
internal sealed class LineReveal(Sprite sprite, SKRectI mask, int start, int frames, int distance, Wipe? wipe = null) : PosedLayer
{
    protected override Pose At(int frame)
    {
        if (frame < start) return Pose.Hidden;
        var share = (frame - start + 1.0) / frames;
        var below = share >= 1 ? 0 : (int)Math.Round(distance * (1 - Easing.Out(share)));
        SKRectI? clip = below > 0 ? mask : null;
        if (wipe is not null)
        {
            var visible = wipe.Visible(frame);
            if (visible.Width <= 0) return Pose.Hidden;
            // A finished wipe is no clip, so that the pose rests.
            if (visible != wipe.Bounds) clip = clip is { } masked ? SKRectI.Intersect(masked, visible) : visible;
        }
        return new Pose(sprite.Image, sprite.At.X, sprite.At.Y + below, Clip: clip);
    }
}
