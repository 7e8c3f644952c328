namespace Reelsmith.Video.Templates.Layers;

/// <summary>Stands where it is from a frame on, over what moves below it.</summary>
internal sealed class Still(Sprite sprite, int from = 0) : PosedLayer
{
    protected override Pose At(int frame) => frame < from ? Pose.Hidden : new Pose(sprite.Image, sprite.At.X, sprite.At.Y);
}
