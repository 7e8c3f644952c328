using Reelsmith.Video.Frames;
using SkiaSharp;

namespace Reelsmith.Video.Compositing;

/// <summary>Draws a scene frame after frame into one buffer, each time only what changed since the frame before.</summary>
internal sealed class Compositor(ScenePicture picture, BgraFrame target)
{
    private int _drawn = -1;

    /// <summary>Draws the next frame, or any when none was drawn yet, and adds what changed to <paramref name="dirty"/>.</summary>
    public void Draw(int frame, DirtyRegion dirty)
    {
        var changed = new DirtyRegion();
        if (_drawn < 0)
        {
            changed.Add(target.Rect);
        }
        else
        {
            if (frame != _drawn + 1) throw new InvalidOperationException($"Frame {frame} cannot follow frame {_drawn}.");
            foreach (var layer in picture.Layers)
            {
                if (!layer.Changes(frame)) continue;
                changed.Add(SKRectI.Intersect(layer.Bounds(frame - 1), target.Rect));
                changed.Add(SKRectI.Intersect(layer.Bounds(frame), target.Rect));
            }
        }
        foreach (var rect in changed.Rects) Redraw(rect, frame);
        dirty.Add(changed);
        _drawn = frame;
    }

    private void Redraw(SKRectI rect, int frame)
    {
        var canvas = target.Canvas;
        var before = canvas.Save();
        canvas.ClipRect(rect);
        canvas.DrawImage(picture.Plate, 0, 0, SKSamplingOptions.Default);
        foreach (var layer in picture.Layers)
        {
            if (!layer.Bounds(frame).IntersectsWith(rect)) continue;
            var inner = canvas.Save();
            layer.Draw(canvas, frame);
            canvas.RestoreToCount(inner);
        }
        canvas.RestoreToCount(before);
    }
}
