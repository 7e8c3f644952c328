using Reelsmith.Contracts;

namespace Reelsmith.Composer.Films;

/// <summary>What a scene is called in the list of chapters.</summary>
internal static class SceneTitles
{
    private const int MostCharacters = 60;

    /// <summary>Its headline, the figure it shows, or the first words of its narration.</summary>
    public static string Of(Scene scene, int index)
    {
        var visual = scene.Visual;
        string?[] candidates = [visual.Headline, visual.Short, visual.Figure is { } figure ? $"{figure.Value} {figure.Unit ?? figure.Label}" : null, scene.Narration];
        var title = candidates.Select(OneLine).FirstOrDefault(t => t.Length > 0) ?? $"{index + 1}";
        return Shortened(title);
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shortened(string title)
    {
        if (title.Length <= MostCharacters) return title;
        var cut = title.LastIndexOf(' ', MostCharacters);
        if (cut < MostCharacters / 2) cut = MostCharacters - (char.IsHighSurrogate(title[MostCharacters - 1]) ? 1 : 0);
        return title[..cut].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }
}
