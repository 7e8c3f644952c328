using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>The film's name over a wide landscape, its subject against the sun.</summary>
internal sealed class TitleTemplate : ITemplate
{
    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var (kicker, title) = Layout(scene);
        var texts = kicker.Ink.Concat(title.Ink).ToArray();
        var (light, sun) = scene.Grid.Shape switch
        {
            Shape.Wide => (new SKPoint(1404, 480), 270f),
            Shape.Tall => (new SKPoint(780, 806), 202f),
            Shape.Portrait => (new SKPoint(770, 800), 202f),
            _ => (new SKPoint(780, 560), 190f),
        };
        if (!await PhotoPrint.Compose(composition, scene, light, sun, texts, cancellationToken)) await WithHero(composition, scene, light, sun, texts, cancellationToken);

        var text = new TextPainter(composition, scene);
        text.Rise(kicker, scene.Palette.Accent, 0);
        text.Reveal(title);
    }

    private static async Task WithHero(Composition composition, SceneSetting scene, SKPoint light, float sun, SKRect[] texts, CancellationToken cancellationToken)
    {
        var cast = scene.Casting.For(scene.Visual, scene.Language);
        // Without a subject the sun is one: larger, half behind the hills.
        if (cast.Hero is null) (light, sun) = (light + new SKPoint(0, sun * .36f), sun * 1.08f);
        var stage = new HorizonStage(composition, scene, light, sun, 0, texts);
        var place = cast.Hero is null ? null : stage.PlaceHero(cast.Hero, scene.Grid.Stacked ? new SKSize(460, 440) : new SKSize(620, 716), scene.Grid.Stacked ? 190 : 330);
        await stage.Build(place is null ? null : cast.Hero, place, null, null, cancellationToken);
    }

    private static (TextBlock Kicker, TextBlock Title) Layout(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var headline = scene.Visual.Headline ?? "";
        var role = scene.Type.Title(headline);
        var content = grid.Content;
        if (!grid.Stacked)
        {
            var title = set.Set(headline, scene.Visual.Short, role, grid.TextBox(128, 192, 1000, 752), 3, hangs: true);
            // Three lines start at 192; fewer stand as if they were the middle ones.
            var down = Math.Max(0, (3 * role.LineHeight - (title.Bottom - title.Top)) / 2 * .8f);
            return (set.Kicker(scene.Visual.Kicker, grid.TextBox(128, 132 + down, 1000, 132 + down + 56)), title.Moved(down));
        }
        var kicker = set.Kicker(scene.Visual.Kicker, grid.TextBox(content.Left + 4, content.Top + 12, content.Right, content.Top + 64));
        var top = content.Top + (kicker.IsEmpty ? 12 : 68);
        return (kicker, set.Set(headline, scene.Visual.Short, role, grid.TextBox(content.Left, top, content.Right, content.Bottom - (content.Height > 600 ? 170 : 60)), 3, hangs: true));
    }
}
