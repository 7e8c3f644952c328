using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>Sparks that rise and go out, at most forty at a time. Each flies anew from its place when its life is over.</summary>
/// <param name="dots">Small bitmaps to choose from.</param>
/// <param name="area">Frame pixels that no spark leaves.</param>
/// <param name="source">Where they start, inside the area.</param>
/// <param name="scale">Frame pixels per design pixel.</param>
internal sealed class Embers(SKImage[] dots, SKRectI area, SKRectI source, int count, int seed, int start, float scale, int framesPerSecond) : ILayer
{
    private readonly Spark[] sparks = Sparks(Math.Min(count, 40), dots.Length, seed);

    public SKRectI Bounds(int frame) => frame < start ? SKRectI.Empty : area;

    public bool Changes(int frame) => frame >= start;

    public void Draw(SKCanvas canvas, int frame)
    {
        if (frame < start) return;
        canvas.Save();
        canvas.ClipRect(area);
        using var paint = new SKPaint();
        foreach (var spark in sparks)
        {
            var age = (double)(frame - start) / framesPerSecond - spark.Birth;
            if (age < 0) continue;
            var share = age % spark.Life / spark.Life;
            var x = source.Left + spark.X * source.Width + Math.Sin(share * 5 + spark.X * 20) * 14 * scale;
            var y = source.Top + spark.Y * source.Height - share * spark.Life * spark.Speed * scale;
            paint.Color = SKColors.Black.WithAlpha((byte)(255 * spark.Alpha * Math.Min(1, 6 * share) * Math.Min(1, 2.2 * (1 - share))));
            canvas.DrawImage(dots[spark.Dot], (int)Math.Round(x), (int)Math.Round(y), SKSamplingOptions.Default, paint);
        }
        canvas.Restore();
    }

    private static Spark[] Sparks(int count, int dots, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Spark(
            random.NextDouble(), random.NextDouble(), 30 + 30 * random.NextDouble(), 2 + 2 * random.NextDouble(),
            2.5 * random.NextDouble(), .55 + .4 * random.NextDouble(), random.Next(dots)))];
    }

    private readonly record struct Spark(double X, double Y, double Speed, double Life, double Birth, double Alpha, int Dot);
}
