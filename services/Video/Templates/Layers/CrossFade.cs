namespace Reelsmith.Video.Templates.Layers;

/// <summary>A bitmap that fades in over what stands below it, and out again.</summary>
/// <param name="until">Frame at which it starts to fade out; null: it stays.</param>
internal sealed class CrossFade(Sprite sprite, int from, int? until, int frames) : PosedLayer
{
    protected override Pose At(int frame)
    {
        var alpha = Math.Clamp((frame - from + 1f) / frames, 0, 1);
        if (until is { } end) alpha = Math.Min(alpha, Math.Clamp(1 - (frame - end + 1f) / frames, 0, 1));
        return alpha <= 0 ? Pose.Hidden : new Pose(sprite.Image, sprite.At.X, sprite.At.Y, alpha);
    }
}
