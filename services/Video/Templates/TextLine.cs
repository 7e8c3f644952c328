using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A shaped line in its place.</summary>
/// <param name="Start">Where it starts in the block's text; −1 inside a hyphenated word.</param>
internal sealed record TextLine(ShapedLine Shaped, float X, float Baseline, int Start)
{
    public SKRect Ink
    {
        get
        {
            var ink = Shaped.InkBounds;
            ink.Offset(X, Baseline);
            return ink;
        }
    }
}
