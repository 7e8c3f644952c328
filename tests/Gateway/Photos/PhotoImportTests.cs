using System.Buffers.Binary;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Photos;
using SkiaSharp;

namespace Reelsmith.Gateway.Tests.Photos;

public sealed class PhotoImportTests
{
    // Where the red half is once the picture is upright.
    [Theory]
    [InlineData(1, 200, 100, "left")]
    [InlineData(2, 200, 100, "right")]
    [InlineData(3, 200, 100, "right")]
    [InlineData(4, 200, 100, "left")]
    [InlineData(5, 100, 200, "top")]
    [InlineData(6, 100, 200, "top")]
    [InlineData(7, 100, 200, "bottom")]
    [InlineData(8, 100, 200, "bottom")]
    public void A_picture_stands_as_the_camera_was_held_and_does_not_say_where(byte orientation, int width, int height, string red)
    {
        var (content, extension) = PhotoImport.Read(SomePhoto.FromCamera(SomePhoto.Of(200, 100), orientation, "52.5200 N 13.4050 E"));

        using var picture = SKBitmap.Decode(content);
        Assert.Equal(("jpg", width, height), (extension, picture.Width, picture.Height));
        var (x, y) = red switch
        {
            "left" => (10, height / 2),
            "right" => (width - 10, height / 2),
            "top" => (width / 2, 10),
            _ => (width / 2, height - 10),
        };
        Assert.True(picture.GetPixel(x, y).Red > 200 && picture.GetPixel(width - 1 - x, height - 1 - y).Blue > 200, $"{picture.GetPixel(x, y)}");
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        Assert.DoesNotContain("52.52", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, true, "png")]
    [InlineData(SKEncodedImageFormat.Webp, true, "png")]
    [InlineData(SKEncodedImageFormat.Png, false, "jpg")]
    [InlineData(SKEncodedImageFormat.Webp, false, "jpg")]
    public void Clear_parts_stay_clear(SKEncodedImageFormat format, bool transparent, string stored)
    {
        var (content, extension) = PhotoImport.Read(SomePhoto.Of(120, 80, format, transparent));

        using var picture = SKBitmap.Decode(content);
        Assert.Equal((stored, transparent ? 0 : 255), (extension, picture.GetPixel(110, 40).Alpha));
    }

    [Fact]
    public void A_large_picture_becomes_as_large_as_a_film_can_use()
    {
        var (content, _) = PhotoImport.Read(SomePhoto.Of(6_000, 3_000));

        using var picture = SKBitmap.Decode(content);
        Assert.Equal((2_048, 1_024), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(10, 500).Red > 200);
    }

    [Fact]
    public void The_same_picture_is_the_same_file() => Assert.Equal(PhotoImport.Read(SomePhoto.Of(300, 200)).Content, PhotoImport.Read(SomePhoto.Of(300, 200)).Content);

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        (string What, byte[] File, string Code)[] refused =
        [
            ("nothing", [], "photo_unreadable"),
            ("text", "a picture"u8.ToArray(), "photo_unreadable"),
            ("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\"><image href=\"file:///etc/passwd\"/></svg>"u8.ToArray(), "photo_unreadable"),
            ("a GIF", [.. "GIF89a"u8, 100, 0, 100, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0, 100, 0, 100, 0, 0, 2, 2, 0x44, 1, 0, 0x3b], "photo_unreadable"),
            ("half a JPEG", Half(SomePhoto.Of(400, 300)), "photo_unreadable"),
            ("half a PNG", Half(SomePhoto.Of(400, 300, SKEncodedImageFormat.Png)), "photo_unreadable"),
            ("a few pixels", SomePhoto.Of(63, 200), "photo_too_small"),
            ("a panorama of panoramas", WithSize(SomePhoto.Of(100, 100, SKEncodedImageFormat.Png), 16_385, 100), "photo_too_large"),
            ("a bomb", WithSize(SomePhoto.Of(100, 100, SKEncodedImageFormat.Png), 16_000, 16_000), "photo_too_large"),
            ("many bytes", new byte[PhotoImport.MostBytes + 1], "photo_too_large"),
        ];
        foreach (var (what, file, code) in refused)
        {
            var failure = Assert.Throws<ReelsmithException>(() => PhotoImport.Read(file)).Failure;

            Assert.Equal((what, code, FailureKind.InvalidInput), (what, failure.Code, failure.Kind));
            Assert.NotEmpty(failure.Hint);
        }
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    // Says another size than it has.
    private static byte[] WithSize(byte[] png, uint width, uint height)
    {
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xedb88320 & (0u - (crc & 1)));
        }
        return ~crc;
    }
}
