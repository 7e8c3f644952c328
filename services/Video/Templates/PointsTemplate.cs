using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Two to four items that land when they are spoken: columns in wide frames, rows in tall ones. The active item is lit.</summary>
internal sealed class PointsTemplate : ITemplate
{
    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var (headline, items) = PointsLayout.Of(scene);
        DeepStage.Build(composition, scene, scene.Grid.Shape switch
        {
            Shape.Wide => new SKPoint(1430, 1200),
            Shape.Tall => new SKPoint(1002, 1257),
            Shape.Portrait => new SKPoint(980, 1270),
            _ => new SKPoint(980, 1060),
        });
        composition.SceneryIsDone();

        var text = new TextPainter(composition, scene);
        text.Reveal(headline);
        var starts = PointsTiming.Starts(scene);
        var pictures = ItemPictures(scene);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && !scene.Grid.Stacked) AddPath(composition, scene, items[i - 1], items[i], bulge: i % 2 == 1 ? -20 : 20, starts[i]);
            await AddItem(composition, scene, text, items[i], i, pictures[i], starts[i], i + 1 < items.Count ? starts[i + 1] : null, cancellationToken);
        }
    }

    /// <summary>A picture for every item, or numerals for all.</summary>
    private static Picture?[] ItemPictures(SceneSetting scene)
    {
        var taken = new List<Picture>();
        foreach (var point in scene.Visual.Points)
            if (scene.Casting.ForItem(point, scene.Language, taken) is { } picture) taken.Add(picture);
        return taken.Count == scene.Visual.Points.Count ? [.. taken] : new Picture?[scene.Visual.Points.Count];
    }

    private static async Task AddItem(Composition composition, SceneSetting scene, TextPainter text, PlacedItem item, int index, Picture? picture, int start, int? next, CancellationToken cancellationToken)
    {
        var (palette, grid, pace) = (scene.Palette, scene.Grid, scene.Pace);
        Leave? leave = next is { } end ? new Leave(end, pace.Length(6)) : null;
        using var image = picture is null ? null : await Raster(scene, picture, item.Radius, cancellationToken);
        var anchor = new SKPoint(item.Disc.X * grid.Scale + grid.Offset.X, item.Disc.Y * grid.Scale + grid.Offset.Y);
        if (leave is not null) composition.Add(new Pop(Disc(lit: false), anchor, start, pace));
        composition.Add(new Pop(Disc(lit: true), anchor, start, pace, leave));

        // The title is in the accent colour while its item is active, then in ink.
        text.Note(item.Title, palette.Accent, palette.Ink);
        composition.Add(new Rise(text.Flat(item.Title, palette.Accent), start, pace.Length(12), grid.Pixels(24), fades: true, leave));
        if (next is { } after) composition.Add(new CrossFade(text.Flat(item.Title, palette.Ink), after, null, pace.Length(6)));
        text.RiseAt(item.Text, text.Soft, start + pace.Length(3));

        Sprite Disc(bool lit)
        {
            var reach = item.Radius + 8;
            return composition.Rasterise(new SKRect(item.Disc.X - reach, item.Disc.Y - reach, item.Disc.X + reach, item.Disc.Y + reach),
                canvas => ItemDisc.Paint(canvas, scene, item, index, image, picture, lit));
        }
    }

    private static Task<SKImage> Raster(SceneSetting scene, Picture picture, float radius, CancellationToken cancellationToken) =>
        scene.Casting.Raster(picture, Math.Max(8, (int)MathF.Round(ItemDisc.PictureSize(picture, radius) * scene.Grid.Scale)), cancellationToken);

    /// <summary>The dotted way from one disc to the next, drawn as the next one lands.</summary>
    private static void AddPath(Composition composition, SceneSetting scene, PlacedItem from, PlacedItem to, float bulge, int start)
    {
        var way = Math.Sign(to.Disc.X - from.Disc.X);
        var lift = bulge < 0 ? -68 : 68;
        var reach = MathF.Sqrt(from.Radius * from.Radius - lift * lift) + 14;
        var (left, right) = (new SKPoint(from.Disc.X + way * reach, from.Disc.Y + lift), new SKPoint(to.Disc.X - way * reach, to.Disc.Y + lift));
        if ((right.X - left.X) * way < 66) return;
        var area = new SKRect(Math.Min(left.X, right.X) - 4, Math.Min(left.Y, left.Y + bulge) - 4, Math.Max(left.X, right.X) + 4, Math.Max(left.Y, left.Y + bulge) + 4);
        var dots = composition.Rasterise(area, canvas =>
        {
            using var paint = new SKPaint { IsAntialias = true, Color = scene.Palette.Accent.WithAlpha(191) };
            var count = (int)MathF.Round(Math.Abs(right.X - left.X) / 22);
            for (var dot = 0; dot <= count; dot++)
            {
                var share = dot / (float)count;
                canvas.DrawCircle(left.X + (right.X - left.X) * share, left.Y + bulge * 4 * share * (1 - share), 3, paint);
            }
        });
        var begins = start - scene.Pace.Length(8);
        composition.Add(new LineReveal(dots, dots.Bounds, begins, 1, 0, new Wipe(dots.Bounds, begins, scene.Pace.Length(12), Shows: true, scene.Grid.RightToLeft)));
    }
}
