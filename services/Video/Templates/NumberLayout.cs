using Reelsmith.Video.Layout;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Where the texts of a number scene stand.</summary>
/// <param name="Figure">The figure's line, at its baseline.</param>
/// <param name="FigureRole">Its type, tabular.</param>
/// <param name="Unit">Null: none.</param>
internal sealed record NumberLayout(TextBlock Kicker, TextLine Figure, TypeRole FigureRole, TextLine? Unit, TypeRole UnitRole, TextBlock Label)
{
    public IEnumerable<SKRect> Boxes => Kicker.Ink.Append(Figure.Ink).Concat(Unit is null ? [] : [Unit.Ink]).Concat(Label.Ink);

    public static NumberLayout Of(SceneSetting scene, bool besidePicture)
    {
        var grid = scene.Grid;
        var set = new Typesetter(scene);
        var content = grid.Content;
        var value = scene.Visual.Figure?.Value ?? scene.Visual.Headline ?? "";
        var unit = scene.Visual.Figure?.Unit is { Length: > 0 } given ? given : null;
        var role = scene.Type.Number();
        var width = grid.Stacked ? content.Width : besidePicture ? 1030 : content.Width;
        var (figure, figureRole, unitLine, unitRole) = FigureIn(scene, value, unit, role, width);

        // The full figure stands at 178; a smaller one in the middle of its place, the kicker always as far above its capitals.
        var hasKicker = !string.IsNullOrWhiteSpace(scene.Visual.Kicker);
        var top = grid.Stacked ? content.Top + (hasKicker ? 64 : 12) : 178 + (role.Size - figureRole.Size) * .38f;
        var kickerTop = top + figureRole.Baseline - figureRole.Size * CapHeight - (grid.Stacked ? 84 : 81);
        if (grid.Stacked && hasKicker && kickerTop < content.Top + 8) (top, kickerTop) = (top + content.Top + 8 - kickerTop, content.Top + 8);
        var kicker = set.Kicker(scene.Visual.Kicker, grid.TextBox(grid.Stacked ? content.Left + 4 : 128, kickerTop, content.Left + width, kickerTop + 56));
        var baseline = top + figureRole.Baseline;
        // The first sign's ink starts at the margin, a little outside for display type.
        var ink = figure.InkBounds;
        var total = ink.Width + (unitLine is null ? 0 : Gap(figureRole) + unitLine.Width);
        var box = grid.TextBox(content.Left, top, content.Left + total, top);
        var start = unitLine is not null && grid.RightToLeft ? box.Left + unitLine.Width + Gap(figureRole) : box.Left;
        var placed = new TextLine(figure, start - ink.Left - Math.Min(6, figureRole.Size * .02f), baseline, 0);
        var unitX = grid.RightToLeft ? box.Left : start + ink.Width + Gap(figureRole);
        var placedUnit = unitLine is null ? null : new TextLine(unitLine, unitX, baseline, 0);

        var labelTop = top + figureRole.Size * 1.02f + (grid.Stacked ? 8 : 42);
        var label = scene.Visual.Figure?.Label ?? (scene.Visual.Figure is null ? scene.Visual.Body : scene.Visual.Headline) ?? "";
        var block = set.Set(label, null, scene.Type.Label(label), grid.TextBox(content.Left + 2, labelTop, content.Left + Math.Min(width, grid.Stacked ? besidePicture ? 560 : 838 : 660), grid.Crest - (grid.Stacked ? 60 : 60)), 2);
        return new NumberLayout(kicker, placed, figureRole, placedUnit, unitRole, block);
    }

    private const float CapHeight = .727f;

    private static float Gap(TypeRole figure) => figure.Size * .07f;

    private static (ShapedLine Figure, TypeRole Role, ShapedLine? Unit, TypeRole UnitRole) FigureIn(SceneSetting scene, string value, string? unit, TypeRole role, float width)
    {
        // Numbers read from left to right in every script.
        for (var scale = 1f; ; scale *= .95f)
        {
            var sized = role.Scaled(scale);
            var figure = scene.Fonts.Shape(value, sized.Style, "en");
            var unitRole = sized with { Size = Math.Max(44, sized.Size * (unit?.Length > 3 ? .26f : .34f)), Tabular = false, Spacing = -.02f };
            var unitLine = unit is null ? null : scene.Fonts.Shape(unit, unitRole.Style, scene.Language);
            var total = figure.InkBounds.Width + (unitLine is null ? 0 : Gap(sized) + unitLine.Width);
            if (total <= width || sized.Size <= scene.Grid.SmallestType) return (figure, sized, unitLine, unitRole);
        }
    }
}
