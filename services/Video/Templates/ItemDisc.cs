using System.Globalization;
using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>The disc of an item: rings, its picture and its number, or its number alone.</summary>
internal static class ItemDisc
{
    /// <summary>Side of the picture's square, so that its visible part fits the inner rings.</summary>
    public static float PictureSize(Picture picture, float radius) =>
        Math.Min(radius * 1.5f, radius * 1.36f / Math.Max(picture.Box.Width, picture.Box.Height));

    public static void Paint(SKCanvas canvas, SceneSetting scene, PlacedItem item, int index, SKImage? image, Picture? picture, bool lit)
    {
        var palette = scene.Palette;
        var colours = lit ? palette.LitDiscs : palette.Discs;
        using var paint = new SKPaint { IsAntialias = true };
        var radii = scene.Grid.Stacked ? new[] { 1, .79f, .79f } : [1, .8f, .6f];
        for (var ring = 0; ring < 3; ring++)
        {
            paint.Color = colours[ring];
            canvas.DrawCircle(item.Disc, item.Radius * radii[ring], paint);
        }
        if (image is null || picture is null)
        {
            Number(canvas, scene, index, item.Disc, item.Radius * .92f, lit ? palette.Ink : palette.Soft);
            return;
        }
        var size = PictureSize(picture, item.Radius);
        var foot = item.Disc.Y + picture.Box.Height * size / 2;
        if (!scene.Grid.Stacked) PictureStage.PaintShadow(canvas, new SKPoint(item.Disc.X, Math.Min(foot + 4, item.Disc.Y + item.Radius * .72f)), item.Radius * .45f, item.Radius * .055f);
        // The bitmap has the exact size it is shown at: it is copied, not scaled.
        canvas.Save();
        var corner = new SKPoint(item.Disc.X - picture.Box.MidX * size, item.Disc.Y - picture.Box.MidY * size);
        var matrix = canvas.TotalMatrix;
        var at = matrix.MapPoint(corner);
        canvas.ResetMatrix();
        canvas.DrawImage(image, MathF.Round(at.X), MathF.Round(at.Y), SKSamplingOptions.Default);
        canvas.Restore();
        if (scene.Grid.Stacked) return;
        var chip = new SKPoint(item.Disc.X + (scene.Grid.RightToLeft ? 1 : -1) * item.Radius * .775f, item.Disc.Y - item.Radius * .73f);
        paint.Color = lit ? palette.Accent : palette.Chip;
        canvas.DrawCircle(chip, Chip(item), paint);
        Number(canvas, scene, index, chip, Chip(item) * 1.05f, lit ? palette.OnAccent : palette.Ink);
    }

    private static float Chip(PlacedItem item) => item.Radius * .247f;

    private static void Number(SKCanvas canvas, SceneSetting scene, int index, SKPoint centre, float size, SKColor colour)
    {
        var line = scene.Fonts.Shape((index + 1).ToString(CultureInfo.InvariantCulture), new TextStyle(Typeface.Display, 800, size), "en");
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        line.Draw(canvas, centre.X - line.InkBounds.MidX, centre.Y - line.InkBounds.MidY, paint);
    }
}
