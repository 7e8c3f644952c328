using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Templates;

/// <summary>Draws frames of scene pictures.</summary>
internal static class Frame
{
    public static SKBitmap Of(ScenePicture picture, int frame)
    {
        var bitmap = new SKBitmap(new SKImageInfo(picture.Plate.Width, picture.Plate.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.DrawImage(picture.Plate, 0, 0, SKSamplingOptions.Default);
        foreach (var layer in picture.Layers) layer.Draw(canvas, frame);
        return bitmap;
    }

    /// <summary>Mean and 99.5th percentile of the difference of components, 0 to 255.</summary>
    public static (double Mean, int Worst) Difference(SKBitmap one, SKBitmap other)
    {
        var counts = new long[256];
        var (a, b) = (one.GetPixelSpan(), other.GetPixelSpan());
        for (var i = 0; i < a.Length; i++) counts[Math.Abs(a[i] - b[i])]++;
        var mean = counts.Select((count, difference) => (double)count * difference).Sum() / a.Length;
        var rest = (long)(a.Length * .005);
        var worst = 255;
        for (; worst > 0 && rest >= counts[worst]; worst--) rest -= counts[worst];
        return (mean, worst);
    }
}
