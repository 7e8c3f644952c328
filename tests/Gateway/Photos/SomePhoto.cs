using SkiaSharp;

namespace Reelsmith.Gateway.Tests.Photos;

/// <summary>Pictures as cameras and programs write them.</summary>
internal static class SomePhoto
{
    /// <summary>The left half red, the right half blue.</summary>
    public static byte[] Of(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, bool transparent = false)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, transparent ? SKAlphaType.Premul : SKAlphaType.Opaque));
        surface.Canvas.Clear(transparent ? SKColors.Transparent : SKColors.Blue);
        using var paint = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, paint);
        using var image = surface.Snapshot();
        return image.Encode(format, 90).ToArray();
    }

    public static string DataUrl(byte[] picture, string type = "image/jpeg") => $"data:{type};base64,{Convert.ToBase64String(picture)}";

    /// <summary>A JPEG with what cameras add: how it was held, and a note of where.</summary>
    /// <param name="orientation">EXIF: 1 to 8.</param>
    public static byte[] FromCamera(byte[] jpeg, byte orientation, string note)
    {
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8, // big-endian; the directory follows
            0, 2,
            0x01, 0x0e, 0, 2, 0, 0, 0, (byte)(note.Length + 1), 0, 0, 0, 38, // ImageDescription, ASCII, behind the directory
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // Orientation, SHORT
            0, 0, 0, 0,
            .. System.Text.Encoding.ASCII.GetBytes(note), 0,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xff, 0xe1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
