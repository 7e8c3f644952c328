using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Finds the largest place for a picture that leaves every text alone.</summary>
internal static class HeroPlacement
{
    private const float Margin = 22, Step = 16;

    /// <param name="aspect">Width of the picture's visible part by its height.</param>
    /// <param name="largest">Neither higher nor wider than this.</param>
    /// <param name="smallest">Height, or width of a flat picture, below which there had better be no picture.</param>
    /// <param name="centre">Preferred x; the picture gives way towards <paramref name="away"/> (1: right, −1: left).</param>
    /// <param name="foot">y on which a picture between two x stands.</param>
    /// <param name="bounds">Never left.</param>
    public static SKRect? Find(float aspect, SKSize largest, float smallest, float centre, int away, Func<float, float, float> foot, SKRect bounds, IReadOnlyList<SKRect> texts)
    {
        for (var height = Math.Min(largest.Height, largest.Width / aspect); Math.Max(height, height * aspect) >= smallest; height *= .96f)
        {
            var width = height * aspect;
            for (var x = centre; away > 0 ? x + width / 2 <= bounds.Right : x - width / 2 >= bounds.Left; x += Step * away)
            {
                var (left, right) = (x - width / 2, x + width / 2);
                if (left < bounds.Left || right > bounds.Right) continue;
                var bottom = foot(left, right);
                var place = new SKRect(left, bottom - height, right, bottom);
                if (place.Top >= bounds.Top && !texts.Any(text => SKRect.Inflate(text, Margin, Margin).IntersectsWith(place))) return place;
            }
        }
        return null;
    }
}
