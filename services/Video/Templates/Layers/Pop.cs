using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>Springs up about its foot. Only for small bitmaps: it is scaled while it springs.</summary>
/// <param name="anchor">Frame pixel that stays where it is.</param>
/// <param name="leave">Null: it stays; else when it fades out.</param>
internal sealed class Pop(Sprite sprite, SKPoint anchor, int start, Pace pace, Leave? leave = null) : PosedLayer
{
    protected override Pose At(int frame)
    {
        if (frame < start || leave?.Gone(frame) == true) return Pose.Hidden;
        var scale = (float)Easing.Pop(pace.Seconds(frame - start + 1));
        var alpha = Math.Clamp((frame - start + 1f) / pace.Length(4), 0, 1) * (leave?.Alpha(frame) ?? 1);
        return new Pose(sprite.Image, sprite.At.X, sprite.At.Y, alpha, scale, anchor);
    }
}
