using Reelsmith.Contracts;
using SkiaSharp;

namespace Reelsmith.Gateway.Photos;

/// <summary>Takes a person's picture in as films show it: upright, no larger than any film needs, and without what cameras write into their
/// files, such as where the picture was taken.</summary>
internal static class PhotoImport
{
    public const int MostBytes = 12 * 1_048_576;

    private const int FewestPixels = 64;
    private const int MostPixelsASide = 16_384;
    private const int MostPixels = 50_000_000;
    private const int LongestSide = 2_048;
    private const int JpegQuality = 92;
    private const string Kinds = "Give a JPEG, PNG or WebP file.";

    /// <returns>The picture and its file name extension.</returns>
    /// <exception cref="ReelsmithException">It is no picture, a damaged one, or too small or large.</exception>
    public static (byte[] Content, string Extension) Read(byte[] file)
    {
        if (file.Length > MostBytes) throw Invalid("photo_too_large", $"The picture has more than {MostBytes / 1_048_576} MiB.", "Make it smaller.");
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp }) throw Invalid("photo_unreadable", "The picture is of a kind that is not read here.", Kinds);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < FewestPixels || height < FewestPixels) throw Invalid("photo_too_small", $"The picture has {width} x {height} pixels.", $"Give one of at least {FewestPixels} x {FewestPixels}.");
        if (Math.Max(width, height) > MostPixelsASide || (long)width * height > MostPixels)
        {
            throw Invalid("photo_too_large", $"The picture has {width} x {height} pixels.", $"Give one of at most {MostPixels / 1_000_000} million, {MostPixelsASide} a side.");
        }
        using var decoded = Decode(codec);
        using var upright = Upright(decoded, codec.EncodedOrigin);
        var opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        using var encoded = upright.Encode(opaque ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, JpegQuality);
        return (encoded.ToArray(), opaque ? PhotoKinds.Jpeg : PhotoKinds.Png);
    }

    // A JPEG can be read at a fraction of its size, which costs a fraction of the memory.
    private static SKBitmap Decode(SKCodec codec)
    {
        var wanted = Math.Min(1, LongestSide / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(wanted);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw Invalid("photo_unreadable", "The picture is damaged or not whole.", Kinds);
    }

    private static SKImage Upright(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1, LongestSide / (float)Math.Max(decoded.Width, decoded.Height));
        var (width, height) = (Math.Max(1, (int)MathF.Round(decoded.Width * scale)), Math.Max(1, (int)MathF.Round(decoded.Height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Bgra8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        surface.Canvas.Concat(MatrixOf(origin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    // EXIF 2.3, 4.6.4 A, Orientation: where the first row and the first column are.
    private static SKMatrix MatrixOf(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static ReelsmithException Invalid(string code, string message, string hint) => ReelsmithException.InvalidInput(code, message, hint);
}
