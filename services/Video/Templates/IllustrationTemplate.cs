using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A headline and a few sentences beside what they speak of. Without a good picture it is a statement.</summary>
internal sealed class IllustrationTemplate : ITemplate
{
    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var (headline, body) = Layout(scene);
        var texts = headline.Ink.Concat(body.Ink).ToArray();
        var (light, core) = scene.Grid.Shape switch
        {
            Shape.Wide => (new SKPoint(1375, 455), 300f),
            Shape.Tall => (new SKPoint(760, 800), 225f),
            Shape.Portrait => (new SKPoint(760, 790), 225f),
            _ => (new SKPoint(760, 560), 205f),
        };
        if (!await PhotoPrint.Compose(composition, scene, light, core, texts, cancellationToken) && !await WithHero(composition, scene, light, core, texts, cancellationToken))
        {
            await new StatementTemplate().Compose(composition, scene, cancellationToken);
            return;
        }

        var text = new TextPainter(composition, scene);
        var last = text.Reveal(headline);
        text.Rise(body, text.Soft, last + 6);
    }

    // False: there is no good picture, or no room for it.
    private static async Task<bool> WithHero(Composition composition, SceneSetting scene, SKPoint light, float core, SKRect[] texts, CancellationToken cancellationToken)
    {
        var cast = scene.Casting.For(scene.Visual, scene.Language);
        var stage = new HorizonStage(composition, scene, light, 0, core, texts);
        var place = cast.Hero is null ? null : stage.PlaceHero(cast.Hero, scene.Grid.Stacked ? new SKSize(520, 460) : new SKSize(640, 690), scene.Grid.Stacked ? 170 : 330);
        if (place is null) return false;
        var spoken = cast.CompanionKeyword is null ? null : scene.Cues.FrameOf(cast.CompanionKeyword);
        await stage.Build(cast.Hero, place, cast.Companion, spoken, cancellationToken);
        return true;
    }

    private static (TextBlock Headline, TextBlock Body) Layout(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = scene.Visual.Headline ?? "";
        var role = scene.Type.Heading(words, 124, 104);
        var (top, right, bottom) = grid.Stacked ? (grid.Content.Top + 12, grid.Content.Right, grid.Content.Bottom - 190) : (176f, 838f, 736f);
        var more = scene.Visual.Body ?? "";
        var forBody = more.Length == 0 ? 0 : grid.Stacked ? 130 : 190;
        var headline = set.Set(words, scene.Visual.Short, role, grid.TextBox(grid.Content.Left, top, right, bottom - forBody), grid.Stacked ? 2 : 3, hangs: true);
        if (more.Length == 0) return (headline, TextBlock.Empty);
        var body = BodyOf(headline.Bottom + (headline.IsEmpty ? top : 22));
        var down = grid.Stacked ? 0 : Math.Max(0, (bottom - (body.IsEmpty ? headline.Bottom : body.Bottom)) / 2 - 20);
        return (headline.Moved(down * .6f), body.Moved(down * .6f));

        // As many whole sentences as there is room for.
        TextBlock BodyOf(float from)
        {
            var sentences = Sentences.Of(more);
            for (var count = sentences.Count; count > 0; count--)
            {
                var text = string.Join(' ', sentences.Take(count));
                var block = set.SetOrLeaveOut(text, scene.Type.Body(text), grid.TextBox(grid.Content.Left, from, grid.Stacked ? right : 818, bottom + 10), 4);
                if (!block.IsEmpty) return block;
            }
            return TextBlock.Empty;
        }
    }
}
