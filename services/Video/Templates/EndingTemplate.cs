using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>The last words, what the film stands on, and what of it was generated, under a low sun.</summary>
internal sealed class EndingTemplate : ITemplate
{
    private const float PillHeight = 72;

    public async Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken)
    {
        var grid = scene.Grid;
        var layout = Layout(scene);
        var texts = layout.Headline.Ink.Concat(layout.Rows.SelectMany(row => row.Role.Ink.Concat(row.Name.Ink))).Append(layout.Pill).Where(box => !box.IsEmpty).ToArray();
        var (light, sun) = grid.Shape switch
        {
            Shape.Wide => (new SKPoint(1390, 640), 258f),
            Shape.Tall => (new SKPoint(830, 950), 170f),
            Shape.Portrait => (new SKPoint(850, 960), 170f),
            _ => (new SKPoint(880, 750), 140f),
        };
        var hero = scene.Casting.For(scene.Visual, scene.Language).Hero;
        var stage = new HorizonStage(composition, scene, light, sun, 0, texts);
        var place = hero is null ? null : stage.PlaceHero(hero, grid.Stacked ? new SKSize(300, 270) : new SKSize(360, 385), grid.Stacked ? 130 : 200);
        await stage.Build(place is null ? null : hero, place, null, null, cancellationToken);

        var text = new TextPainter(composition, scene);
        var last = text.Reveal(layout.Headline);
        for (var row = 0; row < layout.Rows.Count; row++)
        {
            text.Rise(layout.Rows[row].Role, text.Soft, last + 6 + 3 * row);
            text.Rise(layout.Rows[row].Name, scene.Palette.Ink, last + 6 + 3 * row);
        }
        if (!layout.Label.IsEmpty) AddPill(composition, scene, layout, last + 9 + 3 * layout.Rows.Count);
    }

    private static EndingLayout Layout(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = scene.Visual.Headline ?? "";
        var label = AiLabel.For(scene.Visual.Credits, scene.Language, scene.Drawing.Narration.Length > 0);
        var (left, top, right, bottom) = grid.Stacked ? (grid.Content.Left, grid.Content.Top + 6, grid.Content.Right, grid.Content.Bottom - 10) : (128f, 106f, 960f, 776f);
        var pillSpace = label is null ? 0 : PillHeight + 34;
        var credits = scene.Visual.Credits.Where(credit => !string.IsNullOrWhiteSpace(credit.Name)).Take(5).ToArray();
        var pitch = grid.Stacked ? 58f : 57f;
        var role = scene.Type.Heading(words, 140, 116);
        var forHeadline = Math.Max(role.LineHeight, bottom - top - pillSpace - credits.Length * pitch - 30);
        var headline = set.Set(words, scene.Visual.Short, role, grid.TextBox(left, top, right, top + forHeadline), 2, hangs: true);

        var rowTop = headline.Bottom + (grid.Stacked ? 26 : 42);
        // Rows that have no room are left out from the end; the label never is.
        var roles = credits.Select(credit => set.SetOrLeaveOut(credit.Role, scene.Type.Source(credit.Role, name: false), grid.TextBox(left + 2, 0, left + 320, pitch), 1)).ToArray();
        var column = left + Math.Max(grid.Stacked ? 190 : 220, roles.SelectMany(block => block.Lines).Select(line => line.Shaped.Width).DefaultIfEmpty(0).Max() + 44);
        var rows = new List<(TextBlock Role, TextBlock Name)>();
        var y = rowTop;
        for (var i = 0; i < credits.Length; i++)
        {
            var role_ = scene.Type.Source(credits[i].Name, name: true);
            var name = set.SetOrLeaveOut(credits[i].Name, role_, grid.TextBox(column, y, right, y + pitch * 2), 2);
            var height = pitch + Math.Max(0, name.Lines.Count - 1) * role_.LineHeight;
            if (y + height > bottom - pillSpace + 8) break;
            if (name.IsEmpty) continue;
            rows.Add((roles[i].Moved(y), name));
            y += height;
        }
        var pillTop = Math.Min(bottom - PillHeight, y + (rows.Count > 0 ? 28 : 12));
        if (label is null) return new EndingLayout(headline, rows, TextBlock.Empty, SKRect.Empty);
        var pillRole = scene.Type.Pill(label);
        var set_ = set.Set(label, null, pillRole, grid.TextBox(left + 80, pillTop + (PillHeight - pillRole.LineHeight) / 2, right - 40, pillTop + PillHeight), 1);
        var pill = grid.TextBox(left, pillTop, left + 80 + set_.Lines.Max(line => line.Shaped.Width) + 36, pillTop + PillHeight);
        return new EndingLayout(headline, rows, set_, pill);
    }

    /// <summary>The label on the accent colour, with a four-pointed star.</summary>
    private static void AddPill(Composition composition, SceneSetting scene, EndingLayout layout, int start30)
    {
        var pill = layout.Pill;
        var sprite = composition.Rasterise(SKRect.Inflate(pill, 2, 2), canvas =>
        {
            using var paint = new SKPaint { Color = scene.Palette.Accent, IsAntialias = true };
            canvas.DrawRoundRect(pill, PillHeight / 2, PillHeight / 2, paint);
            paint.Color = scene.Palette.OnAccent;
            foreach (var line in layout.Label.Lines) line.Shaped.Draw(canvas, line.X, line.Baseline, paint);
            var star = new SKPoint(scene.Grid.RightToLeft ? pill.Right - 44 : pill.Left + 44, pill.MidY);
            using var path = new SKPathBuilder();
            path.MoveTo(star.X, star.Y - 17);
            path.QuadTo(star.X + 3, star.Y - 3, star.X + 17, star.Y);
            path.QuadTo(star.X + 3, star.Y + 3, star.X, star.Y + 17);
            path.QuadTo(star.X - 3, star.Y + 3, star.X - 17, star.Y);
            path.QuadTo(star.X - 3, star.Y - 3, star.X, star.Y - 17);
            path.Close();
            using var shape = path.Detach();
            canvas.DrawPath(shape, paint);
        });
        composition.Add(new Rise(sprite, scene.Pace.At(start30), scene.Pace.Length(12), scene.Grid.Pixels(24), fades: true));
    }

    private sealed record EndingLayout(TextBlock Headline, IReadOnlyList<(TextBlock Role, TextBlock Name)> Rows, TextBlock Label, SKRect Pill);
}
