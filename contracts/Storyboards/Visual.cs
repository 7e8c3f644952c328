using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

/// <summary>What a scene shows. Which properties count depends on the template.</summary>
public sealed record Visual
{
    public required Template Template { get; init; }

    /// <summary>A few words above the headline; drawn in capitals where the script has them.</summary>
    public string? Kicker { get; init; }

    /// <summary>The largest text, at most 14 words. For a quote: the quoted words.</summary>
    public string? Headline { get; init; }

    /// <summary>A shorter headline, used when the long one does not fit.</summary>
    public string? Short { get; init; }

    /// <summary>Parts of the headline, letter for letter, that are drawn in the accent colour.</summary>
    public IReadOnlyList<string> Emphasis { get; init; } = [];

    /// <summary>One or two sentences under the headline. For a quote: whose words they are.</summary>
    public string? Body { get; init; }

    /// <summary>Two to four items of a points scene.</summary>
    public IReadOnlyList<Point> Points { get; init; } = [];

    /// <summary>The figure of a number scene.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Nouns that the picture may show, best first, in the storyboard's language.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A picture of the person's own, which a title or illustration shows as a print in the place of one from the keywords.</summary>
    public ArtifactRef? Photo { get; init; }

    /// <summary>Whether the template has room for a photo.</summary>
    [JsonIgnore]
    public bool ShowsPhoto => Template is Template.Title or Template.Illustration;

    /// <summary>Lines of an ending: what each thing comes from ("Facts": "WordNet 3.0").</summary>
    public IReadOnlyList<Credit> Credits { get; init; } = [];
}
