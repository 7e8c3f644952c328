using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>Comes up from <paramref name="distance"/> frame pixels below, fading in on the way if it does not come from behind something.</summary>
/// <param name="floor">Null, or the frame row below which nothing is seen while it rises: the ground that it comes out of.</param>
/// <param name="leave">Null: it stays; else when it fades out.</param>
internal sealed class Rise(Sprite sprite, int start, int frames, int distance, bool fades, Leave? leave = null, int? floor = null) : PosedLayer
{
    protected override Pose At(int frame)
    {
        if (frame < start || leave?.Gone(frame) == true) return Pose.Hidden;
        var left = leave?.Alpha(frame) ?? 1;
        var share = (frame - start + 1.0) / frames;
        if (share >= 1) return new Pose(sprite.Image, sprite.At.X, sprite.At.Y, left);
        var risen = Easing.Out(share);
        return new Pose(sprite.Image, sprite.At.X, sprite.At.Y + (int)Math.Round(distance * (1 - risen)), left * (fades ? (float)risen : 1), Clip: Above);
    }

    private SKRectI? Above => floor is { } row ? new SKRectI(sprite.At.X, sprite.At.Y, sprite.Bounds.Right, Math.Max(row, sprite.At.Y + 1)) : null;
}
