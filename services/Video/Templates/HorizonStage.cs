using Reelsmith.Video.Backdrops;
using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Hills under a wide sky with pictures standing in them: what title, illustration, quote and ending share.</summary>
internal sealed class HorizonStage
{
    private readonly Composition composition;
    private readonly SceneSetting scene;
    private readonly Landscape landscape;
    private readonly LandscapePainter painter;
    private readonly PictureStage pictures;
    private readonly IReadOnlyList<SKRect> texts;

    /// <param name="light">Where the light stands, in unmirrored design pixels.</param>
    /// <param name="texts">What no star, picture or tree may touch.</param>
    public HorizonStage(Composition composition, SceneSetting scene, SKPoint light, float sunRadius, float coreRadius, IReadOnlyList<SKRect> texts)
    {
        this.composition = composition;
        this.scene = scene;
        this.texts = texts;
        landscape = scene.Lit(Landscape.Horizon(scene.Grid, scene.Random(1), light, sunRadius, coreRadius));
        painter = new LandscapePainter(composition, scene.Palette, landscape, scene.Pace, scene.Drawing.Frames, scene.Opens);
        pictures = new PictureStage(composition, scene.Casting);
    }

    /// <summary>Alpha 0: the hero in its own colours.</summary>
    public SKColor HeroTint { get; init; } = SKColors.Transparent;

    private int Away => scene.Grid.RightToLeft ? -1 : 1;

    /// <summary>Where the hero may stand: behind the second hill, its head against the light.</summary>
    public SKRect? PlaceHero(Picture hero, SKSize largest, float smallest)
    {
        var bounds = scene.Grid.Frame;
        bounds = new SKRect(bounds.Left + 14, Math.Max(bounds.Top, 0) + 40, bounds.Right - 14, bounds.Bottom);
        return HeroPlacement.Find(PictureStage.Aspect(hero), largest, smallest, landscape.Light.Centre.X, Away, FootOf(hero), bounds, texts);
    }

    /// <summary>Paints everything: sky, clouds, hills with the hero between them, trees at its feet, the companion before it, the ground.</summary>
    public async Task Build(Picture? hero, SKRect? heroPlace, Picture? companion, int? companionSpoken, CancellationToken cancellationToken)
    {
        var prepared = hero is not null && heroPlace is { } waiting ? pictures.Prepare(hero, waiting, cancellationToken) : Task.CompletedTask;
        painter.PaintPlate(scene.Palette.Stars, scene.Random(2), heroPlace is { } held ? [.. texts, SKRect.Inflate(held, -12, -12)] : texts);
        painter.AddOpening();
        var focus = heroPlace ?? new SKRect(landscape.Light.Centre.X - 300, landscape.Light.Centre.Y - 300, landscape.Light.Centre.X + 300, landscape.Hills[1].Base);
        var ambience = new Ambience(composition, scene, pictures, landscape, texts, focus);
        await ambience.AddSky(cancellationToken);
        painter.AddHill(0);
        await ambience.AddFar(cancellationToken);
        if (hero is not null && heroPlace is { } place)
        {
            await prepared;
            var floats = hero.Kind == PictureKind.Sky;
            var sprite = await pictures.Place(hero, place, HeroTint, cancellationToken);
            composition.Add(new Rise(sprite, scene.Pace.At(6), scene.Pace.Length(14), scene.Grid.Pixels(floats ? 60 : 200), fades: floats, floor: PictureStage.Floor(scene.Grid)));
        }
        painter.AddHill(1);
        // Beside a small hero a companion would only crowd.
        if (heroPlace is { Height: < 260 }) companion = null;
        if (companion is not null && heroPlace is not null) ambience.KeepClear(CompanionPlace(companion, heroPlace.Value));
        await ambience.AddNear(companion is null, cancellationToken);
        painter.AddHill(2);
        painter.AddGround();
        if (companion is not null && heroPlace is { } beside) await AddCompanion(companion, beside, companionSpoken, cancellationToken);
        AddEmbers(focus, hero);
        composition.SceneryIsDone();
    }

    private Func<float, float, float> FootOf(Picture hero)
    {
        if (hero.Kind == PictureKind.Sky)
            return (left, right) => Math.Min(landscape.Light.Centre.Y + (right - left) / PictureStage.Aspect(hero) / 2, landscape.Hills[1].Top - 24);
        // A foot of half the width stands behind the second hill, however far the hill drifts.
        return (left, right) => landscape.Hills[1].LowestBetween(left + (right - left) * .08f, right - (right - left) * .08f) + (scene.Grid.Stacked ? 12 : 18);
    }

    private SKRect CompanionPlace(Picture companion, SKRect hero)
    {
        var height = Math.Min(hero.Height * .54f, hero.Width * .8f / PictureStage.Aspect(companion));
        var width = height * PictureStage.Aspect(companion);
        var edge = scene.Grid.RightToLeft ? hero.Left : hero.Right;
        var x = edge + Away * (width / 2 - width * .30f);
        x = Math.Clamp(x, scene.Grid.Frame.Left + width / 2 + 20, scene.Grid.Frame.Right - width / 2 - 20);
        var foot = Math.Min(landscape.Ground.Y(x) - (scene.Grid.Stacked ? 6 : 26), hero.Bottom + hero.Height * .075f + 20);
        return PictureStage.Standing(companion, x, foot, height);
    }

    private async Task AddCompanion(Picture companion, SKRect hero, int? spoken, CancellationToken cancellationToken)
    {
        var place = CompanionPlace(companion, hero);
        if (texts.Any(text => SKRect.Inflate(text, 16, 16).IntersectsWith(place))) return;
        var start = Math.Max(scene.Pace.At(24), spoken is { } frame ? frame - scene.Pace.Length(4) : scene.SecondBeat);
        var anchor = new SKPoint(place.MidX * scene.Grid.Scale + scene.Grid.Offset.X, place.Bottom * scene.Grid.Scale + scene.Grid.Offset.Y);
        composition.Add(new CrossFade(pictures.Shadow(place), start, null, scene.Pace.Length(6)));
        composition.Add(new Pop(await pictures.Place(companion, place, SKColors.Transparent, cancellationToken), anchor, start, scene.Pace));
    }

    private void AddEmbers(SKRect focus, Picture? hero)
    {
        var grid = scene.Grid;
        // Over the hero's head; without one they rise from the hills around the sun.
        var crest = landscape.Hills[1].Top;
        var area = hero is null
            ? new SKRect(focus.MidX - 560, crest - 230, focus.MidX + 560, crest + 20)
            : new SKRect(focus.MidX - focus.Width * .34f, Math.Max(grid.Frame.Top, focus.Top - 170), focus.MidX + focus.Width * .34f, focus.Top + focus.Height * .10f);
        area.Intersect(grid.Frame);
        if (area.Height < 60 || texts.Any(text => SKRect.Inflate(text, 14, 14).IntersectsWith(area))) return;
        var source = new SKRect(area.Left + 30, area.Bottom - 40, area.Right - 30, area.Bottom - 8);
        var dots = EmberDots.Of(composition, scene.Palette);
        composition.Add(new Embers(hero is null ? dots[..2] : dots, grid.ToFrame(area), grid.ToFrame(source), 26, scene.Drawing.Style.Seed * 31 + scene.Drawing.Index,
            scene.Pace.At(20), grid.Scale, scene.Pace.FramesPerSecond));
    }
}
