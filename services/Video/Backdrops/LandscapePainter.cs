using Reelsmith.Video.Templates;
using Reelsmith.Video.Templates.Layers;
using Reelsmith.Video.Themes;
using SkiaSharp;

namespace Reelsmith.Video.Backdrops;

/// <summary>Paints a landscape: what stands still onto the plate, hills as strips that drift towards the light.</summary>
/// <param name="frames">Length of the scene: how far its hills will drift.</param>
/// <param name="opens">Whether the film opens here: sun and hills come up.</param>
internal sealed class LandscapePainter(Composition composition, Palette palette, Landscape landscape, Pace pace, int frames, bool opens)
{
    private const int LightRise = 330, RiseFrames = 20;
    private static readonly float[] DriftPerSecond = [3, 5, 8];
    private static readonly float[] HillRise = [70, 90, 112];
    private static readonly (float Width, double Alpha)[] Rims = [(4, .75), (3, .45), (3, .20)];

    /// <summary>Sky, ceilings, light, stars and everything of the ground that nothing passes in front of.</summary>
    /// <param name="keepOut">Boxes of texts: no star comes near.</param>
    public void PaintPlate(int stars, Random random, IReadOnlyList<SKRect> keepOut)
    {
        var canvas = composition.Plate;
        PaintSky(canvas);
        PaintLight(canvas);
        if (landscape.LitRidge is not null) FillLitRidge(canvas);
        else if (!landscape.Underground) PaintStars(canvas, stars, random, keepOut);
        FillGround(canvas);
    }

    /// <summary>Sun and rings of a film's opening.</summary>
    public void AddOpening()
    {
        if (!opens) return;
        var frame = composition.Grid.Frame;
        var area = new SKRect(frame.Left, frame.Top, frame.Right, composition.Grid.Crest + 16);
        var sky = composition.Rasterise(area, PaintSky);
        var light = composition.Rasterise(area with { Top = area.Top - LightRise }, PaintLight);
        composition.Add(new RisingLight(sky, light, pace.Entrance, pace.Length(RiseFrames), composition.Grid.Pixels(LightRise)));
    }

    /// <summary>A hill, drifting with its depth unless it is told to stand.</summary>
    public void AddHill(int hill, bool drifts = true)
    {
        var ridge = landscape.Hills[hill];
        var depth = hill + landscape.FirstHill;
        var (left, right) = (composition.Grid.Frame.Left, composition.Grid.Frame.Right);
        var foot = (hill + 1 < landscape.Hills.Count ? landscape.Hills[hill + 1].Bottom : landscape.Ground.Bottom) + (opens ? HillRise[depth] * .4f : 0) + 8;
        AddDrifting(depth, drifts, new SKRect(left, ridge.Top - 4, right, foot),
            (canvas, from, to) => FillHill(canvas, ridge, palette.Hills[depth], 170, Rims[depth].Width, Rims[depth].Alpha, from, to));
    }

    /// <summary>The lit ridge of an underground scene, over what rises behind it.</summary>
    public void AddLitRidge()
    {
        if (landscape.LitRidge is not { } ridge) return;
        var frame = composition.Grid.Frame;
        composition.Add(new Still(composition.Rasterise(new SKRect(frame.Left, ridge.Top - 4, frame.Right, landscape.Ground.Bottom + 52), FillLitRidge)));
    }

    /// <summary>The strip of the ground's crest, over hills and pictures.</summary>
    public void AddGround()
    {
        var frame = composition.Grid.Frame;
        var strip = composition.Rasterise(new SKRect(frame.Left, landscape.Ground.Top - 2, frame.Right, landscape.Ground.Bottom + 52), FillGround);
        composition.Add(new Still(strip));
    }

    /// <summary>Something that moves with a hill: drawn once for every quarter pixel.</summary>
    /// <param name="draw">Takes the canvas and the design x from which to which it must reach.</param>
    private void AddDrifting(int depth, bool drifts, SKRect area, Action<SKCanvas, float, float> draw)
    {
        var grid = composition.Grid;
        var perFrame = drifts ? DriftPerSecond[depth] * grid.Scale / pace.FramesPerSecond : 0;
        var way = perFrame * (frames + pace.FramesPerSecond) / grid.Scale + 2;
        var toTheRight = landscape.Light.Centre.X > grid.Canvas.Width / 2;
        var (left, right) = toTheRight ? (area.Left - way, area.Right) : (area.Left, area.Right + way);
        var copies = drifts ? 4 : 1;
        var sprites = Enumerable.Range(0, copies)
            .Select(copy => composition.Rasterise(new SKRect(left, area.Top, right, area.Bottom), canvas => draw(canvas, left - 1, right + 1), copy / 4f)).ToArray();
        composition.Add(new DriftingStrip([.. sprites.Select(sprite => sprite.Image)], sprites[0].At, toTheRight ? perFrame : -perFrame,
            opens ? grid.Pixels(HillRise[depth]) : 0, pace.Entrance, pace.Length(RiseFrames), PictureStage.Floor(grid)));
    }

    private void PaintSky(SKCanvas canvas)
    {
        var crest = composition.Grid.Crest;
        var (colours, stops) = landscape.Underground
            ? (palette.Deep, new[] { 0, .45f, .80f, 1f })
            : (palette.Sky, [0, .48f, .84f]);
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(0, crest * 1.24f), colours, stops, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsDither = true };
        canvas.DrawPaint(paint);
        foreach (var (ridge, shade) in landscape.Ceilings.Zip(palette.Ceilings)) FillCeiling(canvas, ridge, shade);
    }

    private void PaintLight(SKCanvas canvas)
    {
        var light = landscape.Light;
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var (radius, colour) in light.Radii.Zip(palette.Rings))
        {
            paint.Color = colour.WithAlpha((byte)(colour.Alpha * light.Strength));
            canvas.DrawCircle(light.Centre, radius, paint);
        }
        if (light.CoreRadius > 0) canvas.DrawCircle(light.Centre, light.CoreRadius, paint);
        if (light.SunRadius <= 0) return;
        if (palette.Sun is not { } sun)
        {
            canvas.DrawCircle(light.Centre, light.SunRadius, paint);
            return;
        }
        using var shader = SKShader.CreateLinearGradient(light.Centre - new SKPoint(0, light.SunRadius), light.Centre + new SKPoint(0, light.SunRadius),
            [sun.Top, sun.Bottom], SKShaderTileMode.Clamp);
        using var disc = new SKPaint { Shader = shader, IsAntialias = true, IsDither = true };
        canvas.DrawCircle(light.Centre, light.SunRadius, disc);
    }

    private void PaintStars(SKCanvas canvas, int count, Random random, IReadOnlyList<SKRect> keepOut)
    {
        var frame = composition.Grid.Frame;
        var lowest = landscape.Hills[0].Top - 40;
        var light = landscape.Light;
        using var paint = new SKPaint { IsAntialias = true };
        for (var star = 0; star < count; star++)
        {
            var x = frame.Left + frame.Width * random.NextSingle();
            var y = frame.Top + (lowest - frame.Top) * MathF.Pow(random.NextSingle(), 1.3f);
            var radius = 1.2f + 2f * MathF.Pow(random.NextSingle(), 3);
            var alpha = .25f + .65f * random.NextSingle();
            if (SKPoint.Distance(new SKPoint(x, y), light.Centre) < light.SunRadius + 8) continue;
            if (keepOut.Any(box => SKRect.Inflate(box, 24 + radius, 24 + radius).Contains(x, y))) continue;
            // Stars go out towards the light.
            var lit = Math.Clamp(SKPoint.Distance(new SKPoint(x, y), light.Centre) / light.Radii[0], .35f, 1);
            paint.Color = new SKColor(0xFF, 0xF3, 0xDC, (byte)(255 * alpha * lit));
            canvas.DrawCircle(x, y, radius, paint);
        }
    }

    private void FillCeiling(SKCanvas canvas, Ridge ridge, Shade shade)
    {
        var frame = composition.Grid.Frame;
        using var path = ridge.ClosedAt(frame.Left - 20, frame.Right, frame.Top - 8);
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, ridge.Bottom), new SKPoint(0, Math.Min(0, frame.Top)),
            [shade.Top, shade.Bottom], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true, IsDither = true };
        canvas.DrawPath(path, paint);
    }

    private void FillLitRidge(SKCanvas canvas)
    {
        if (landscape.LitRidge is { } ridge) FillHill(canvas, ridge, palette.LitRidge, 90, 4, .75, composition.Grid.Frame.Left, composition.Grid.Frame.Right);
    }

    private void FillHill(SKCanvas canvas, Ridge ridge, Shade shade, float depth, float rimWidth, double rimAlpha, float left, float right)
    {
        using (var path = ridge.ClosedAt(left - 20, right, ridge.Bottom + 400))
        using (var shader = SKShader.CreateLinearGradient(new SKPoint(0, ridge.Top), new SKPoint(0, ridge.Top + depth), [shade.Top, shade.Bottom], SKShaderTileMode.Clamp))
        using (var paint = new SKPaint { Shader = shader, IsAntialias = true, IsDither = true })
            canvas.DrawPath(path, paint);
        PaintRim(canvas, ridge, rimWidth, rimAlpha, left, right);
    }

    private void PaintRim(SKCanvas canvas, Ridge ridge, float width, double alpha, float left, float right)
    {
        var reach = composition.Grid.Stacked ? 560 : 870;
        var x = landscape.Light.Centre.X;
        using var crest = ridge.Crest(left - 20, right);
        using var shader = SKShader.CreateLinearGradient(new SKPoint(x - reach, 0), new SKPoint(x + reach, 0),
            [palette.Rim.WithAlpha(0), palette.Rim.WithAlpha((byte)(255 * alpha)), palette.Rim.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true, IsStroke = true, StrokeWidth = width };
        canvas.DrawPath(crest, paint);
    }

    private void FillGround(SKCanvas canvas)
    {
        var frame = composition.Grid.Frame;
        var bottom = frame.Bottom + 8;
        var depth = landscape.Strata.Count > 0 ? landscape.Strata[0].Base : frame.Bottom;
        Fill(landscape.Ground, palette.Ground, depth);
        for (var stratum = 0; stratum < landscape.Strata.Count; stratum++)
        {
            Fill(landscape.Strata[stratum], palette.Strata[stratum], landscape.Strata[stratum].Base + 240);
            if (stratum == 2) PaintRim(canvas, landscape.Strata[stratum], 3, .55, frame.Left, frame.Right);
        }

        void Fill(Ridge ridge, Shade shade, float foot)
        {
            using var path = ridge.ClosedAt(frame.Left - 20, frame.Right, bottom);
            using var shader = SKShader.CreateLinearGradient(new SKPoint(0, ridge.Top), new SKPoint(0, foot), [shade.Top, shade.Bottom], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader, IsAntialias = true, IsDither = true };
            canvas.DrawPath(path, paint);
        }
    }
}
