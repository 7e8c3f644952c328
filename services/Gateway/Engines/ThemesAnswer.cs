using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Engines;

/// <summary>How films can look and sound, and how large they can be.</summary>
/// <param name="Data">The themes.</param>
/// <param name="Music">Characters of the music bed; "none" is a film without.</param>
internal sealed record ThemesAnswer(IReadOnlyList<ThemeAnswer> Data, IReadOnlyList<string> Music, IReadOnlyList<AspectAnswer> Aspects, LimitsAnswer Limits)
{
    /// <summary>Always "list".</summary>
    public string Object { get; } = "list";

    internal static ThemesAnswer Of() => new(ThemeAnswer.All, StyleChoices.Music,
        [new("16:9", "1920x1080"), new("9:16", "1080x1920"), new("1:1", "1080x1080"), new("4:5", "1080x1350")], LimitsAnswer.Of());
}
