using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>A bitmap and the frame pixel at which it rests.</summary>
internal sealed record Sprite(SKImage Image, SKPointI At)
{
    public SKRectI Bounds => SKRectI.Create(At.X, At.Y, Image.Width, Image.Height);
}
