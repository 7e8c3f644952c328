using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Where the headline and the items of a points scene stand.</summary>
internal static class PointsLayout
{
    public static (TextBlock Headline, IReadOnlyList<PlacedItem> Items) Of(SceneSetting scene) => scene.Grid.Stacked ? Rows(scene) : Columns(scene);

    private static (TextBlock, IReadOnlyList<PlacedItem>) Columns(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = scene.Visual.Headline ?? "";
        var headline = set.Set(words, scene.Visual.Short, scene.Type.Heading(words, 100, 104), grid.TextBox(128, 92, 1792, 200), 1, hangs: true);
        var count = Math.Max(1, scene.Visual.Points.Count);
        var gutter = count switch { 2 => 96, 3 => 58, _ => 40 };
        var width = (grid.Content.Width - gutter * (count - 1)) / count;
        var radius = count > 3 ? 150 : 170;
        var boxes = Enumerable.Range(0, count).Select(i => 128 + i * (width + gutter)).Select(x => new SKRect(x, 604, x + width, 804)).ToArray();
        var titles = Titles(set, scene, boxes, lines: 2);
        var below = titles.Max(title => title.Bottom) + 8;
        var texts = Texts(set, scene, [.. boxes.Select(box => box with { Top = below, Bottom = 806 })], lines: 3);
        return (headline, [.. boxes.Select((box, i) => new PlacedItem(new SKPoint(DiscX(grid, box, radius), 404), radius, titles[i], texts[i]))]);
    }

    private static (TextBlock, IReadOnlyList<PlacedItem>) Rows(SceneSetting scene)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var words = scene.Visual.Headline ?? "";
        var content = grid.Content;
        var headline = set.Set(words, scene.Visual.Short, scene.Type.Heading(words, 100, 104), grid.TextBox(content.Left, content.Top, content.Right, content.Top + 224), 2, hangs: true);
        var top = (headline.IsEmpty ? content.Top : headline.Bottom) + 12;
        var count = Math.Max(1, scene.Visual.Points.Count);
        var pitch = Math.Min(166 + (grid.Shape == Shape.Tall ? 0 : 8), (content.Bottom + 4 - top) / count);
        var radius = Math.Min(76, pitch * .45f);
        var boxes = Enumerable.Range(0, count).Select(i => new SKRect(content.Left + 184, top + i * pitch, content.Right, top + (i + 1) * pitch)).ToArray();
        var titles = Titles(set, scene, boxes, lines: 1);
        var texts = pitch < 130 ? [.. boxes.Select(_ => TextBlock.Empty)]
            : Texts(set, scene, [.. boxes.Select((box, i) => box with { Top = titles[i].Bottom + 2 })], lines: 1);
        var items = boxes.Select((box, i) =>
        {
            // The lines of a row stand in its middle.
            var height = (texts[i].IsEmpty ? titles[i].Bottom : texts[i].Bottom) - titles[i].Top;
            var down = Math.Max(0, (pitch - height) / 2);
            var disc = new SKRect(content.Left, box.Top, content.Left + 2 * radius, box.Bottom);
            return new PlacedItem(new SKPoint(DiscX(grid, disc with { Left = content.Left + 80 - radius }, radius), box.MidY), radius, titles[i].Moved(down), texts[i].Moved(down));
        });
        return (headline, [.. items]);
    }

    private static float DiscX(Grid grid, SKRect box, float radius) => grid.RightToLeft ? grid.Content.Left + grid.Content.Right - box.Left - radius : box.Left + radius;

    /// <summary>Titles share one size: the smallest needed.</summary>
    private static TextBlock[] Titles(Typesetter set, SceneSetting scene, SKRect[] boxes, int lines)
    {
        var points = scene.Visual.Points;
        var role = scene.Type.ItemTitle(points.Count > 0 ? points[0].Title : "");
        var rooms = boxes.Select(box => box with { Bottom = box.Top + lines * role.LineHeight }).ToArray();
        var scale = points.Select((point, i) => set.Fit(point.Title, null, role, rooms[i], lines).Fitted.Scale).DefaultIfEmpty(1).Min();
        return [.. points.Select((point, i) =>
        {
            var shared = role.Scaled(scale);
            var (fitted, scaled) = set.Fit(point.Title, null, shared, rooms[i], Math.Max(lines, 1));
            var box = rooms[i];
            return set.Place(fitted, scaled, scene.Grid.TextBox(box.Left, box.Top, box.Right, box.Bottom), hangs: false);
        })];
    }

    /// <summary>Texts of one size, or none at all.</summary>
    private static TextBlock[] Texts(Typesetter set, SceneSetting scene, SKRect[] boxes, int lines)
    {
        var points = scene.Visual.Points;
        TextBlock[] none = [.. boxes.Select(_ => TextBlock.Empty)];
        if (points.All(point => string.IsNullOrWhiteSpace(point.Text))) return none;
        var role = scene.Type.ItemText(points.First(point => !string.IsNullOrWhiteSpace(point.Text)).Text!);
        foreach (var scale in new[] { 1, .92f, .86f })
        {
            var size = role.Scaled(scale);
            var texts = points.Select((point, i) => string.IsNullOrWhiteSpace(point.Text) ? TextBlock.Empty
                : set.SetOrLeaveOut(point.Text, size, scene.Grid.TextBox(boxes[i].Left, boxes[i].Top, boxes[i].Right, boxes[i].Bottom), lines)).ToArray();
            var complete = texts.Zip(points).All(pair => !pair.First.IsEmpty == !string.IsNullOrWhiteSpace(pair.Second.Text));
            if (complete && texts.All(text => text.IsEmpty || text.Role.Size >= size.Size * .99f)) return texts;
        }
        return none;
    }
}
