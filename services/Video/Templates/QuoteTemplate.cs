using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Somebody's words in a serif italic, and whose they are.</summary>
internal sealed class QuoteTemplate : ITemplate
{
    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var grid = scene.Grid;
        var layout = Layout(scene);
        var texts = layout.Quote.Ink.Append(layout.Mark).Append(layout.Rule).Concat(layout.Name.Ink).Concat(layout.About.Ink).Where(box => !box.IsEmpty).ToArray();
        var light = grid.Shape switch
        {
            Shape.Wide => new SKPoint(1520, 640),
            Shape.Tall => new SKPoint(790, 900),
            Shape.Portrait => new SKPoint(790, 900),
            _ => new SKPoint(790, 690),
        };
        var hero = scene.Casting.For(scene.Visual, scene.Language).Hero;
        // Words come first here: the picture keeps back in the colours of the hills.
        var stage = new HorizonStage(composition, scene, light, 0, 0, texts) { HeroTint = scene.Palette.Hills[0].Top.WithAlpha(97) };
        var place = hero is null ? null : stage.PlaceHero(hero, grid.Stacked ? new SKSize(380, 340) : new SKSize(580, 620), grid.Stacked ? 230 : 300);
        await stage.Build(place is null ? null : hero, place, null, null, cancellationToken);

        var text = new TextPainter(composition, scene);
        var mark = composition.Rasterise(SKRect.Inflate(layout.Mark, 3, 3), canvas =>
        {
            using var paint = new SKPaint { Color = scene.Palette.Accent, IsAntialias = true };
            layout.MarkLine.Draw(canvas, layout.Mark.Left - layout.MarkLine.InkBounds.Left, layout.Mark.Top - layout.MarkLine.InkBounds.Top, paint);
        });
        composition.Add(new Rise(mark, scene.Pace.At(0), scene.Pace.Length(12), grid.Pixels(24), fades: true));
        var last = text.Reveal(layout.Quote);
        if (layout.Name.IsEmpty) return;
        var rule = composition.Rasterise(layout.Rule, canvas =>
        {
            using var paint = new SKPaint { Color = scene.Palette.Accent, IsAntialias = true };
            canvas.DrawRoundRect(layout.Rule, 3, 3, paint);
        });
        composition.Add(new Rise(rule, scene.Pace.At(last + 6), scene.Pace.Length(12), grid.Pixels(24), fades: true));
        text.Rise(layout.Name, text.Soft, last + 8);
        text.Rise(layout.About, text.Soft, last + 8);
    }

    private static QuoteLayout Layout(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = (scene.Visual.Headline ?? "").Trim().Trim('“', '”', '"', '„', '«', '»', '「', '」', '『', '』');
        // A few words are set larger.
        var weight = words.Sum(c => Scripts.IsCjk(c) ? 2.2f : 1);
        var role = scene.Type.Quote(words).Scaled(weight <= 26 ? 1.5f : weight <= 64 ? 1.2f : 1);
        var content = grid.Content;
        var forName = string.IsNullOrWhiteSpace(scene.Visual.Body) ? 0 : 100;
        var (top, right, bottom) = grid.Stacked ? (content.Top + 138, content.Right, content.Bottom - 20 - forName) : (236f, 1086f, 770f - forName);
        var quote = set.Set(words, scene.Visual.Short, role, grid.TextBox(content.Left + 2, top, right, bottom), grid.Stacked ? 6 : 5);
        var (name, about) = Name(scene, set, quote.Bottom + (grid.Stacked ? 44 : 62), right);
        var height = (name.IsEmpty ? quote.Bottom : name.Bottom) - top;
        var down = grid.Stacked ? 0 : Math.Max(0, (480 - height) / 2 * .8f);

        var markLine = scene.Fonts.Shape("“", new TextStyle(Typeface.Serif, 700, grid.Stacked ? 260 : 300, Italic: true), "en");
        var ink = markLine.InkBounds;
        var markTop = (grid.Stacked ? content.Top + 20 : 79) + down;
        var mark = grid.TextBox(content.Left, markTop, content.Left + ink.Width, markTop + ink.Height);
        var rule = grid.TextBox(content.Left + 4, quote.Bottom + (grid.Stacked ? 20 : 38) + down, content.Left + 76, quote.Bottom + (grid.Stacked ? 26 : 44) + down);
        return new QuoteLayout(markLine, mark, quote.Moved(down), name.IsEmpty ? SKRect.Empty : rule, name.Moved(down), about.Moved(down));
    }

    /// <summary>"Pliny the Younger, on Vesuvius": the name strong, the rest less; on one line, or the name alone.</summary>
    private static (TextBlock Name, TextBlock About) Name(SceneSetting scene, Typesetter set, float top, float right)
    {
        var body = scene.Visual.Body?.Trim().TrimStart('—', '–', '-').Trim() ?? "";
        if (body.Length == 0) return (TextBlock.Empty, TextBlock.Empty);
        var grid = scene.Grid;
        var comma = body.IndexOfAny([',', '，', '،', '、']);
        var (name, about) = comma < 0 ? (body, "") : (body[..comma], body[comma..]);
        var left = grid.Content.Left + 2;
        var strong = set.Set(name, null, scene.Type.QuoteName(name, strong: true), grid.TextBox(left, top, right, top + 60), 1);
        if (about.Length == 0 || strong.Lines.Count != 1) return (strong, TextBlock.Empty);
        var aboutRole = scene.Type.QuoteName(about, strong: false);
        aboutRole = aboutRole with { Size = strong.Role.Size };
        // A comma hangs on the name: the second part starts where the first ends.
        var from = left + strong.Lines[0].Shaped.Width + (about[0] is ',' ? 1 : 0);
        var rest = set.SetOrLeaveOut(about, aboutRole, grid.TextBox(from, top, right, top + aboutRole.LineHeight), 1);
        return rest.Lines.Count == 1 ? (strong, rest.Moved(strong.Lines[0].Baseline - rest.Lines[0].Baseline)) : (strong, TextBlock.Empty);
    }

    private sealed record QuoteLayout(ShapedLine MarkLine, SKRect Mark, TextBlock Quote, SKRect Rule, TextBlock Name, TextBlock About);
}
