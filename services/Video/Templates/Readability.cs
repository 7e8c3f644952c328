using Reelsmith.Video.Themes;

namespace Reelsmith.Video.Templates;

/// <summary>Measures whether the texts of a composition can be read on what stands behind them.</summary>
internal static class Readability
{
    /// <summary>Texts with less contrast than they need, with what they have.</summary>
    /// <param name="frame">A frame at which everything has come to rest.</param>
    public static IReadOnlyList<(PlacedText Text, double Contrast)> Shortfalls(Composition composition, int frame)
    {
        using var scenery = composition.Scenery(frame);
        return [.. composition.Texts
            .Select(text => (text, Contrast.Ratio(Contrast.Luminance(text.Weakest), Contrast.BrightestBehind(scenery, composition.Grid.ToFrame(text.Box)))))
            .Where(measured => measured.Item2 < (measured.text.Display ? Contrast.Display : Contrast.Text))];
    }
}
