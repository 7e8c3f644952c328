using System.Globalization;
using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Lays texts out: fits them into boxes and shapes their lines.</summary>
internal sealed class Typesetter(SceneSetting scene)
{
    /// <summary>Fits a text into a box and sets it from the top; to the right in right-to-left films.</summary>
    /// <param name="lines">As many as the template wants at most.</param>
    public TextBlock Set(string? text, string? shortForm, TypeRole role, SKRect box, int lines, bool hangs = false)
    {
        var (set, scaled) = Fit(text, shortForm, role, box, lines);
        return Place(set, scaled, box, hangs);
    }

    /// <summary>As <see cref="Set"/>, but nothing at all if not every word fits: for texts that may be left out.</summary>
    public TextBlock SetOrLeaveOut(string? text, TypeRole role, SKRect box, int lines)
    {
        var (set, scaled) = Fit(text, null, role, box, lines);
        return IsWhole(set) && set.Lines.Count <= lines + 1 && set.Lines.Count * scaled.LineHeight <= box.Height + .1f * scaled.LineHeight
            ? Place(set, scaled, box, hangs: false) : TextBlock.Empty;
    }

    /// <summary>A line of capitals above a headline, where the script has capitals and the theme uses them.</summary>
    public TextBlock Kicker(string? text, SKRect box)
    {
        if (string.IsNullOrWhiteSpace(text)) return TextBlock.Empty;
        var role = scene.Type.Kicker(text);
        var (set, scaled) = Fit(role.Italic ? text : text.ToUpper(CultureOf(scene.Language)), null, role, box, 1);
        return IsWhole(set) && set.Lines.Count == 1 ? Place(set, scaled, box, hangs: false) : TextBlock.Empty;
    }

    public (FittedText Fitted, TypeRole Role) Fit(string? text, string? shortForm, TypeRole role, SKRect box, int lines)
    {
        var clean = Clean(text);
        var room = new TextRoom(box.Width, box.Height, lines, role.LineHeight, Math.Min(1, scene.Grid.SmallestType / role.Size));
        var fitted = Fitting.Fit(clean, shortForm is null ? null : Clean(shortForm), room, scene.Language, line => scene.Fonts.Shape(line, role.Style, scene.Language).Width, Together(clean));
        return (fitted, role.Scaled(fitted.Scale));
    }

    public TextBlock Place(FittedText fitted, TypeRole role, SKRect box, bool hangs)
    {
        // Display type hangs a little out of the margin, so that its stems align with those of small type.
        var hang = hangs ? Math.Min(6, role.Size * .034f) : 0;
        var lines = fitted.Lines.Select((line, i) =>
        {
            var shaped = scene.Fonts.Shape(line.Text, role.Style, scene.Language);
            var x = scene.Grid.RightToLeft ? box.Right - shaped.Width + hang : box.Left - hang;
            return new TextLine(shaped, x, box.Top + i * role.LineHeight + role.Baseline, line.Start);
        });
        return new TextBlock(fitted.Text, role, [.. lines]);
    }

    private static bool IsWhole(FittedText fitted) =>
        fitted.Lines.Sum(line => line.Text.Count(c => !char.IsWhiteSpace(c) && c != '-')) >= fitted.Text.Count(c => !char.IsWhiteSpace(c) && c != '-');

    private HashSet<string> Together(string text)
    {
        var together = scene.Visual.Emphasis.Where(part => part.Count(c => c == ' ') <= 1 && text.Contains(part, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (Scripts.Of(text, scene.Language) == Script.Cjk) together.UnionWith(scene.Cues.Words.Where(word => word.Length > 1));
        return together;
    }

    private static string Clean(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
