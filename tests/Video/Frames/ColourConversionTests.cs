using Reelsmith.Video.Frames;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Frames;

public sealed class ColourConversionTests
{
    // Values of ITU-R BT.709 for 8 bits, limited range.
    [Theory]
    [InlineData("FFFFFF", 235, 128, 128)]
    [InlineData("000000", 16, 128, 128)]
    [InlineData("FF0000", 63, 102, 240)]
    [InlineData("00FF00", 173, 42, 26)]
    [InlineData("0000FF", 32, 240, 118)]
    [InlineData("808080", 126, 128, 128)]
    public unsafe void Known_colours_have_their_values(string colour, int y, int u, int v)
    {
        using var frame = new BgraFrame(64, 4);
        using var yuv = new YuvFrame(64, 4);
        frame.Canvas.Clear(SKColor.Parse(colour));
        foreach (var vectors in new[] { false, true })
        {
            ColourConversion.Convert(frame, yuv, frame.Rect, vectors);
            Assert.Equal((y, u, v), (yuv.Y[70], yuv.U[33], yuv.V[40]));
        }
    }

    [Theory]
    [InlineData(1920, 64)]
    [InlineData(1080, 32)]
    [InlineData(66, 34)]
    [InlineData(30, 8)]
    public void Vectors_and_single_pixels_give_the_same_bytes(int width, int height)
    {
        using var frame = new BgraFrame(width, height);
        Noise(frame, seed: width);
        using var fast = new YuvFrame(width, height);
        using var slow = new YuvFrame(width, height);
        ColourConversion.Convert(frame, fast, frame.Rect, vectors: true);
        ColourConversion.Convert(frame, slow, frame.Rect, vectors: false);
        Assert.True(fast.Bytes.SequenceEqual(slow.Bytes));
    }

    [Fact]
    public void A_part_is_converted_as_in_the_whole_and_the_rest_is_left_alone()
    {
        using var frame = new BgraFrame(322, 100);
        Noise(frame, seed: 5);
        using var whole = new YuvFrame(322, 100);
        ColourConversion.Convert(frame, whole, frame.Rect);
        foreach (var rect in new[] { new SKRectI(3, 5, 301, 77), new SKRectI(315, 90, 400, 101), new SKRectI(-4, -4, 9, 3), new SKRectI(100, 50, 103, 51) })
        {
            using var part = new YuvFrame(322, 100);
            ColourConversion.Convert(frame, part, rect);
            var inside = SKRectI.Intersect(rect, frame.Rect);
            for (var y = 0; y < 100; y++)
            {
                for (var x = 0; x < 322; x++)
                {
                    var (expected, actual) = (whole.Bytes[(y * 322) + x], part.Bytes[(y * 322) + x]);
                    if (inside.Contains(x, y)) Assert.Equal(expected, actual);
                    else if (y < inside.Top - 1 || y > inside.Bottom) Assert.Equal(0, actual);
                }
            }
        }
    }

    private static unsafe void Noise(BgraFrame frame, int seed) => new Random(seed).NextBytes(new Span<byte>(frame.Pixels, frame.Stride * frame.Height));
}
