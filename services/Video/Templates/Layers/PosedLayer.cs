using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>A layer of one bitmap: what it does is a function from the frame to a pose.</summary>
internal abstract class PosedLayer : ILayer
{
    protected abstract Pose At(int frame);

    public SKRectI Bounds(int frame) => At(frame).Bounds;

    public bool Changes(int frame) => At(frame) != At(frame - 1);

    public void Draw(SKCanvas canvas, int frame) => At(frame).Draw(canvas);
}
