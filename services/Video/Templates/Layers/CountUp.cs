using Reelsmith.Video.Compositing;
using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>A figure that counts up to its value. Every sign has a place of its own, so that nothing shifts while it counts.</summary>
/// <param name="places">The signs from left to right, as they are in the end.</param>
/// <param name="digits">Bitmaps of 0 to 9, at the place of a first digit; all digits have one width.</param>
/// <param name="digitOrigin">Frame x of the place that the digits were drawn for.</param>
internal sealed class CountUp(CountUp.Place[] places, Sprite[] digits, int digitOrigin, SKRectI bounds, int start, int frames) : ILayer
{
    private readonly int digitPlaces = places.Count(place => place.Digit is not null);

    public SKRectI Bounds(int frame) => frame < start ? SKRectI.Empty : bounds;

    public bool Changes(int frame) => frame == start || Count(frame) != Count(frame - 1);

    public void Draw(SKCanvas canvas, int frame)
    {
        if (frame < start) return;
        var count = Count(frame);
        var shown = DigitsOf(count);
        var digit = 0;
        var begun = false;
        foreach (var place in places)
        {
            if (place.Digit is null)
            {
                if (begun || !place.BetweenDigits) canvas.DrawImage(place.Sign!.Image, place.Sign.At.X, place.Sign.At.Y, SKSamplingOptions.Default);
                continue;
            }
            var value = shown[digit++];
            begun |= value > 0 || place.AlwaysShown;
            if (begun) canvas.DrawImage(digits[value].Image, place.X + digits[value].At.X - digitOrigin, digits[value].At.Y, SKSamplingOptions.Default);
        }
    }

    private long Count(int frame)
    {
        var value = places.Where(place => place.Digit is not null).Aggregate(0L, (sum, place) => sum * 10 + place.Digit!.Value);
        if (frame < start) return -1;
        var share = (frame - start + 1.0) / frames;
        return share >= 1 ? value : (long)(value * Easing.OutQuint(share));
    }

    private int[] DigitsOf(long count)
    {
        var shown = new int[digitPlaces];
        for (var i = digitPlaces - 1; i >= 0; i--, count /= 10) shown[i] = (int)(count % 10);
        return shown;
    }

    /// <param name="Digit">Null: a separator, sign or currency, drawn as <paramref name="Sign"/>.</param>
    /// <param name="AlwaysShown">The last digit before a decimal sign, and all after it: a zero there counts.</param>
    /// <param name="BetweenDigits">A separator: shown once a digit before it is.</param>
    internal sealed record Place(int X, int? Digit, Sprite? Sign, bool AlwaysShown, bool BetweenDigits);
}
