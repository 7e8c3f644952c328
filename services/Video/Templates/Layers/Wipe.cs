using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>An edge that runs through a bitmap in reading direction; what it has passed is shown, or hidden.</summary>
/// <param name="Bounds">Frame pixels that the edge crosses.</param>
/// <param name="Shows">Whether the passed part is the visible one.</param>
internal sealed record Wipe(SKRectI Bounds, int Start, int Frames, bool Shows, bool RightToLeft)
{
    /// <summary>The visible part at a frame.</summary>
    public SKRectI Visible(int frame)
    {
        var share = Math.Clamp((frame - Start + 1.0) / Frames, 0, 1);
        var passed = (int)Math.Round(Bounds.Width * share);
        var edge = RightToLeft ? Bounds.Right - passed : Bounds.Left + passed;
        return Shows != RightToLeft
            ? new SKRectI(Bounds.Left, Bounds.Top, edge, Bounds.Bottom)
            : new SKRectI(edge, Bounds.Top, Bounds.Right, Bounds.Bottom);
    }
}
