using SkiaSharp;

namespace Reelsmith.Video.Themes;

/// <summary>A colour by perceived lightness, chroma and hue (Ottosson, "A perceptual color space for image processing", 2020).</summary>
/// <param name="L">Lightness, 0 to 1.</param>
/// <param name="C">Chroma, 0 to about .35.</param>
/// <param name="H">Hue, radians.</param>
internal readonly record struct Oklch(double L, double C, double H)
{
    public static Oklch Of(SKColor color)
    {
        var (r, g, b) = (Linear(color.Red), Linear(color.Green), Linear(color.Blue));
        var l = Math.Cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
        var m = Math.Cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
        var s = Math.Cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
        var a = 1.9779984951 * l - 2.4285922050 * m + .4505937099 * s;
        var bb = .0259040371 * l + .7827717662 * m - .8086757660 * s;
        return new Oklch(.2104542553 * l + .7936177850 * m - .0040720468 * s, Math.Sqrt(a * a + bb * bb), Math.Atan2(bb, a));
    }

    public SKColor ToColor()
    {
        var (a, b) = (C * Math.Cos(H), C * Math.Sin(H));
        var l = Math.Pow(L + .3963377774 * a + .2158037573 * b, 3);
        var m = Math.Pow(L - .1055613458 * a - .0638541728 * b, 3);
        var s = Math.Pow(L - .0894841775 * a - 1.2914855480 * b, 3);
        return new SKColor(
            Encoded(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s),
            Encoded(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s),
            Encoded(-.0041960863 * l - .7034186147 * m + 1.7076147010 * s));
    }

    /// <summary>Linear light of an sRGB component.</summary>
    public static double Linear(byte component)
    {
        var c = component / 255.0;
        return c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
    }

    private static byte Encoded(double linear)
    {
        var c = linear <= .0031308 ? 12.92 * linear : 1.055 * Math.Pow(linear, 1 / 2.4) - .055;
        return (byte)Math.Clamp(Math.Round(c * 255), 0, 255);
    }
}
