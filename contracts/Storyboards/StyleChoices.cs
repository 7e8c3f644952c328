namespace Reelsmith.Contracts;

/// <summary>The names that a <see cref="Style"/> may use.</summary>
public static class StyleChoices
{
    public static IReadOnlyList<string> Themes { get; } = ["dusk", "hearth"];

    public static IReadOnlyList<string> Moods { get; } = ["ember", "ocean", "forest", "cosmos"];

    public static IReadOnlyList<string> Music { get; } = ["calm", "bright", "wonder", "tense", "warm", "none"];
}
