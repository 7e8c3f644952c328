using SkiaSharp;

namespace Reelsmith.Video.Themes;

/// <summary>A vertical gradient of two colours: crest to foot, or top to bottom.</summary>
internal readonly record struct Shade(SKColor Top, SKColor Bottom)
{
    public static Shade Hex(string top, string bottom) => new(SKColor.Parse(top), SKColor.Parse(bottom));
}
