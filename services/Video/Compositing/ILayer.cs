using SkiaSharp;

namespace Reelsmith.Video.Compositing;

/// <summary>A part of a scene that appears, moves or changes, drawn over the scene's plate. Frames count from the scene's first.</summary>
internal interface ILayer
{
    /// <summary>The pixels that it covers at a frame; empty while it is not shown.</summary>
    SKRectI Bounds(int frame);

    /// <summary>Whether its pixels differ from those of the frame before (it moved, appeared, vanished, changed colour).</summary>
    bool Changes(int frame);

    /// <summary>Draws it as it is at a frame. The canvas is clipped to what must be redrawn; moving bitmaps go at integer offsets, 1:1.</summary>
    void Draw(SKCanvas canvas, int frame);
}
