using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Engines;

/// <summary>A look of the renderer.</summary>
/// <param name="Id">What it is asked for by.</param>
/// <param name="Moods">The colours that it has, for a storyboard's style; empty when it has but one set.</param>
internal sealed record ThemeAnswer(string Id, IReadOnlyList<string> Moods)
{
    private const string Moody = "dusk";

    internal static IReadOnlyList<ThemeAnswer> All { get; } = [.. StyleChoices.Themes.Select(theme => new ThemeAnswer(theme, theme == Moody ? StyleChoices.Moods : []))];
}
