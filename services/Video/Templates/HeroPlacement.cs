using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Finds the largest place for a picture that leaves every text alone.</summary>
internal static class HeroPlacement
{
    private const float Margin = 22, Step = 16, FarthestAside = 240;

    /// <param name="aspect">Width of the picture's visible part by its height.</param>
    /// <param name="largest">Neither higher nor wider than this.</param>
    /// <param name="smallest">Height, or width of a flat picture, below which there had better be no picture.</param>
    /// <param name="centre">Preferred x; the picture gives way towards <paramref name="away"/> (1: right, −1: left).</param>
    /// <param name="foot">y on which a picture between two x stands.</param>
    /// <param name="bounds">Never left.</param>
    public static SKRect? Find(float aspect, SKSize largest, float smallest, float centre, int away, Func<float, float, float> foot, SKRect bounds, IReadOnlyList<SKRect> texts)
    {
        (SKRect? Place, float Worth) best = (null, float.MinValue);
        for (var height = Math.Min(largest.Height, largest.Width / aspect); Math.Max(height, height * aspect) >= smallest; height *= .97f)
        {
            var width = height * aspect;
            for (var aside = 0f; aside <= FarthestAside; aside += Step)
            {
                // A pixel aside costs as much as a pixel of height.
                var worth = height - aside;
                if (worth <= best.Worth) break;
                var (left, right) = (centre + aside * away - width / 2, centre + aside * away + width / 2);
                if (left < bounds.Left || right > bounds.Right) break;
                var bottom = foot(left, right);
                var place = new SKRect(left, bottom - height, right, bottom);
                if (place.Top >= bounds.Top && !texts.Any(text => SKRect.Inflate(text, Margin, Margin).IntersectsWith(place))) best = (place, worth);
            }
        }
        return best.Place;
    }
}
