namespace Reelsmith.Video.Templates.Layers;

/// <summary>Comes up from <paramref name="distance"/> frame pixels below, fading in on the way if it does not come from behind something.</summary>
/// <param name="leave">Null: it stays; else when it fades out.</param>
internal sealed class Rise(Sprite sprite, int start, int frames, int distance, bool fades, Leave? leave = null) : PosedLayer
{
    protected override Pose At(int frame)
    {
        if (frame < start || leave?.Gone(frame) == true) return Pose.Hidden;
        var left = leave?.Alpha(frame) ?? 1;
        var share = (frame - start + 1.0) / frames;
        if (share >= 1) return new Pose(sprite.Image, sprite.At.X, sprite.At.Y, left);
        var risen = Easing.Out(share);
        return new Pose(sprite.Image, sprite.At.X, sprite.At.Y + (int)Math.Round(distance * (1 - risen)), left * (fades ? (float)risen : 1));
    }
}
