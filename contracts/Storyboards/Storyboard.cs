namespace Reelsmith.Contracts;

/// <summary>The plan of a film: what is said and what is shown, scene by scene. People read, edit and submit it as JSON;
/// docs/storyboard.schema.json is its schema.</summary>
public sealed record Storyboard
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the narration ("en", "zh", "de").</summary>
    public required string Language { get; init; }

    public Style Style { get; init; } = new();

    public required IReadOnlyList<Scene> Scenes { get; init; }

    /// <summary>What the script stands on: the given text, WordNet, a language model. Shown in the provenance and on the ending.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
