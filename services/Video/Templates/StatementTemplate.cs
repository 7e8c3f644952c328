using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>One sentence, as large as it can be, with glowing blobs rising beside it.</summary>
internal sealed class StatementTemplate : ITemplate
{
    private static readonly (float X, float Y, float Radius)[] WideBlobs =
        [(1639, 729, 149), (1725, 455, 104), (1650, 204, 72), (1469, 560, 62), (1560, 330, 44), (1420, 760, 40), (1789, 249, 26), (1499, 140, 24)];

    /// <summary>y counts from the crest of the ground.</summary>
    private static readonly (float X, float Y, float Radius)[] StackedBlobs =
        [(900, -62, 112), (700, -40, 46), (960, -262, 56), (780, -196, 34), (560, -64, 26), (1010, -390, 24), (420, -34, 18), (860, -330, 16)];

    public Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var (headline, body) = Layout(scene);
        var texts = headline.Ink.Concat(body.Ink).ToArray();
        var painter = DeepStage.Build(composition, scene, scene.Grid.Shape switch
        {
            Shape.Wide => new SKPoint(1610, 950),
            _ => new SKPoint(860, scene.Grid.Crest + 40),
        });
        AddBlobs(composition, scene, texts);
        painter.AddLitRidge();
        painter.AddGround();
        composition.SceneryIsDone();

        var text = new TextPainter(composition, scene);
        var last = text.Reveal(headline);
        text.Rise(body, text.Soft, last + 6);
        return Task.CompletedTask;
    }

    private static (TextBlock Headline, TextBlock Body) Layout(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = scene.Visual.Headline ?? scene.Visual.Body ?? "";
        var role = scene.Type.Statement(words);
        var (top, right, bottom) = grid.Stacked ? (grid.Content.Top + 12, grid.Content.Right, grid.Content.Bottom - 24) : (172f, 1300f, 796f);
        var headline = set.Set(words, scene.Visual.Short, role, grid.TextBox(grid.Content.Left, top, right, bottom), grid.Stacked ? 5 : 4, hangs: true);
        var body = scene.Visual.Headline is null || scene.Visual.Body is not { } more ? TextBlock.Empty
            : set.SetOrLeaveOut(more, scene.Type.Body(more), grid.TextBox(grid.Content.Left, headline.Bottom + 26, Math.Min(right, grid.Content.Left + 900), bottom + 8), 3);
        // A short statement stands in the middle of its zone.
        var height = (body.IsEmpty ? headline.Bottom : body.Bottom) - headline.Top;
        var down = grid.Stacked ? 0 : Math.Max(0, (bottom - top - height) / 2 * .8f);
        return (headline.Moved(down), body.Moved(down));
    }

    private static void AddBlobs(Composition composition, SceneSetting scene, IReadOnlyList<SKRect> texts)
    {
        var grid = scene.Grid;
        var blobs = grid.Stacked ? StackedBlobs.Select(blob => blob with { Y = blob.Y + grid.Crest }) : WideBlobs;
        var popped = 0;
        var kept = blobs.Select(blob => (Centre: grid.Scenery(blob.X, blob.Y), Wanted: blob.Radius))
            .Select(blob => (blob.Centre, blob.Wanted, Radius: Math.Min(blob.Wanted, texts.Select(text => (Distance(text, blob.Centre) - 24) / 1.34f).DefaultIfEmpty(1000).Min())))
            .Where(blob => blob.Radius >= blob.Wanted * .6f).ToArray();
        foreach (var (centre, _, radius) in kept)
        {
            var reach = radius * 1.34f + 2;
            var sprite = composition.Rasterise(new SKRect(centre.X - reach, centre.Y - reach, centre.X + reach, Math.Min(centre.Y + reach, grid.Crest + PictureStage.GroundStrip)), canvas => PaintBlob(canvas, scene, centre, radius));
            var anchor = new SKPoint(centre.X * grid.Scale + grid.Offset.X, centre.Y * grid.Scale + grid.Offset.Y);
            // Without an emphasised word that lights up, the last blobs are the scene's second beat.
            var late = scene.Visual.Emphasis.Count == 0 && popped >= kept.Length - 3 ? scene.SecondBeat : 0;
            composition.Add(new Pop(sprite, anchor, Math.Max(late, scene.Pace.At(6 + 3 * popped++)), scene.Pace));
        }
        AddEmbers(composition, scene, texts, kept.Select(blob => blob.Centre).ToArray());
    }

    private static float Distance(SKRect box, SKPoint point) =>
        SKPoint.Distance(point, new SKPoint(Math.Clamp(point.X, box.Left, box.Right), Math.Clamp(point.Y, box.Top, box.Bottom)));

    private static void AddEmbers(Composition composition, SceneSetting scene, IReadOnlyList<SKRect> texts, SKPoint[] blobs)
    {
        if (blobs.Length == 0) return;
        var grid = scene.Grid;
        var reach = grid.Stacked ? 150 : 210;
        var area = new SKRect(blobs.Min(blob => blob.X) - reach, blobs.Min(blob => blob.Y) - 90, blobs.Max(blob => blob.X) + reach, grid.Crest);
        area.Intersect(grid.Frame);
        // What reaches into the text is cut off on that side.
        foreach (var text in texts.Where(text => SKRect.Inflate(text, 16, 16).IntersectsWith(area)))
        {
            if (grid.Stacked) area.Top = Math.Max(area.Top, text.Bottom + 16);
            else if (grid.RightToLeft) area.Right = Math.Min(area.Right, text.Left - 16);
            else area.Left = Math.Max(area.Left, text.Right + 16);
        }
        if (area.Width < 120 || area.Height < 120) return;
        var source = new SKRect(area.Left + 20, area.Top + area.Height * .3f, area.Right - 20, area.Bottom - 6);
        composition.Add(new Embers(EmberDots.Of(composition, scene.Palette), grid.ToFrame(area), grid.ToFrame(source), 30, scene.Drawing.Style.Seed * 31 + scene.Drawing.Index,
            scene.Pace.At(14), grid.Scale, scene.Pace.FramesPerSecond));
    }

    private static void PaintBlob(SKCanvas canvas, SceneSetting scene, SKPoint centre, float radius)
    {
        var colours = scene.Palette.Blobs;
        var halo = scene.Palette.Rings[^1];
        using var paint = new SKPaint { IsAntialias = true, Color = halo.WithAlpha(41) };
        canvas.DrawCircle(centre, radius * 1.34f, paint);
        paint.Color = halo.WithAlpha(51);
        canvas.DrawCircle(centre, radius * 1.16f, paint);
        var slant = new SKPoint(radius * .42f, radius * .92f);
        using (var shader = SKShader.CreateLinearGradient(centre - slant, centre + slant, colours, [0, .45f, 1], SKShaderTileMode.Clamp))
        using (var disc = new SKPaint { IsAntialias = true, IsDither = true, Shader = shader })
            canvas.DrawCircle(centre, radius, disc);
        canvas.Save();
        canvas.Translate(centre.X - radius * .30f, centre.Y - radius * .42f);
        canvas.RotateDegrees(-32);
        paint.Color = SKColors.White.WithAlpha(72);
        canvas.DrawOval(0, 0, radius * .30f, radius * .19f, paint);
        canvas.Restore();
    }
}
