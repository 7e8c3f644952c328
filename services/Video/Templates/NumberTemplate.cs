using Reelsmith.Video.Backdrops;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A figure that counts up, what it counts, and a large picture that the edge of the frame cuts.</summary>
internal sealed class NumberTemplate : ITemplate
{
    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var grid = scene.Grid;
        var hero = scene.Casting.For(scene.Visual, scene.Language).Hero;
        var layout = NumberLayout.Of(scene, besidePicture: hero is not null);
        var texts = layout.Boxes.ToArray();
        var place = hero is null ? null : PlacePicture(scene, hero, texts);
        var centre = place is { } held ? new SKPoint(grid.SceneryX(held.MidX), held.MidY) : grid.Stacked ? new SKPoint(830, grid.Crest - 60) : new SKPoint(1570, 620);
        var reach = place is { } box ? MathF.Max(box.Width, box.Height) / 2 * .92f : grid.Stacked ? 150 : 250;
        var landscape = scene.Lit(Landscape.Orbit(grid, scene.Random(1), centre, reach));
        // Nothing to look at but the sky: then the light is.
        if (place is null) landscape = landscape with { Light = landscape.Light with { SunRadius = reach * .92f } };
        var painter = new LandscapePainter(composition, scene.Palette, landscape, scene.Pace, scene.Drawing.Frames, scene.Opens);
        painter.PaintPlate(scene.Palette.Stars, scene.Random(2), place is { } kept ? [.. texts, kept] : texts);
        painter.AddOpening();
        if (hero is not null && place is { } at)
        {
            var sprite = await new PictureStage(composition, scene.Casting).Place(hero, at, SKColors.Transparent, cancellationToken);
            composition.Add(new Rise(sprite, scene.Pace.At(2), scene.Pace.Length(16), grid.Pixels(140), fades: false, floor: PictureStage.Floor(grid)));
        }
        painter.AddHill(0, drifts: false);
        painter.AddGround();
        composition.SceneryIsDone();

        var text = new TextPainter(composition, scene);
        text.Rise(layout.Kicker, scene.Palette.Accent, 0);
        var counting = new NumberPainter(composition, scene, text).Add(layout);
        text.RiseAt(layout.Label, scene.Palette.Ink, counting + scene.Pace.Length(8));
    }

    private static SKRect? PlacePicture(SceneSetting scene, Illustrations.Picture hero, IReadOnlyList<SKRect> texts)
    {
        var grid = scene.Grid;
        var aspect = PictureStage.Aspect(hero);
        var largest = grid.Stacked ? 620f : 790f;
        var right = grid.Canvas.Width + (grid.Stacked ? 60 : 46);
        for (var size = largest; size >= largest * .36f; size *= .95f)
        {
            var (width, height) = aspect > 1 ? (size, size / aspect) : (size * aspect, size);
            // Round things sink behind the hill; what stands, stands on it.
            var bottom = grid.Crest - (grid.Stacked ? 16 : 34) + height * (hero.StraightEdges.HasFlag(Illustrations.PictureEdges.Bottom) ? .04f : .17f);
            var middle = grid.SceneryX(right - width / 2);
            var place = new SKRect(middle - width / 2, bottom - height, middle + width / 2, bottom);
            if (!texts.Any(text => SKRect.Inflate(text, grid.Stacked ? 24 : 60, 24).IntersectsWith(place))) return place;
        }
        return null;
    }
}
