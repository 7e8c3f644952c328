using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;
using SkiaSharp;

namespace Reelsmith.Video.Rendering;

/// <summary>The last frame of a scene.</summary>
internal static class ClosingPicture
{
    /// <param name="picture">Without captions.</param>
    public static SKImage Draw(ScenePicture picture, int frames)
    {
        using var target = new BgraFrame(picture.Plate.Width, picture.Plate.Height);
        new Compositor(picture, target).Draw(frames - 1, new DirtyRegion());
        return target.Copy();
    }
}
