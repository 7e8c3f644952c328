using SkiaSharp;

namespace Reelsmith.Video.Templates.Layers;

/// <summary>How a bitmap stands at a frame. Equal poses are equal pixels.</summary>
/// <param name="Image">Null: not shown.</param>
/// <param name="Scale">About <paramref name="Anchor"/>; at 1 the bitmap is copied 1:1.</param>
/// <param name="Clip">Null: unclipped.</param>
internal readonly record struct Pose(SKImage? Image, int X, int Y, float Alpha = 1, float Scale = 1, SKPoint Anchor = default, SKRectI? Clip = null)
{
    public static Pose Hidden => default;

    public SKRectI Bounds
    {
        get
        {
            if (Image is null || Alpha <= 0) return SKRectI.Empty;
            var bounds = Scale == 1
                ? SKRectI.Create(X, Y, Image.Width, Image.Height)
                : SKRectI.Ceiling(new SKRect(
                    Anchor.X + (X - Anchor.X) * Scale - 1, Anchor.Y + (Y - Anchor.Y) * Scale - 1,
                    Anchor.X + (X + Image.Width - Anchor.X) * Scale + 1, Anchor.Y + (Y + Image.Height - Anchor.Y) * Scale + 1), outwards: true);
            if (Clip is not { } clip) return bounds;
            return SKRectI.Intersect(bounds, clip) is { Width: > 0, Height: > 0 } visible ? visible : SKRectI.Empty;
        }
    }

    public void Draw(SKCanvas canvas)
    {
        if (Image is null || Alpha <= 0) return;
        using var paint = Alpha < 1 ? new SKPaint { Color = SKColors.Black.WithAlpha((byte)MathF.Round(Alpha * 255)) } : null;
        var saved = canvas.Save();
        if (Clip is { } clip) canvas.ClipRect(clip);
        if (Scale == 1)
        {
            canvas.DrawImage(Image, X, Y, SKSamplingOptions.Default, paint);
        }
        else
        {
            canvas.Translate(Anchor.X, Anchor.Y);
            canvas.Scale(Scale);
            canvas.DrawImage(Image, X - Anchor.X, Y - Anchor.Y, new SKSamplingOptions(SKFilterMode.Linear), paint);
        }
        canvas.RestoreToCount(saved);
    }
}
