using Reelsmith.Contracts;

namespace Reelsmith.Script.WordNet;

/// <summary>A part of an explanation: a scene of the film.</summary>
internal sealed record ExplanationPart
{
    public required ExplanationPartKind Kind { get; init; }

    /// <summary>Whole sentences, in order.</summary>
    public required IReadOnlyList<string> Narration { get; init; }

    /// <summary>At most eight words.</summary>
    public required string Headline { get; init; }

    /// <summary>A shorter headline, or null when there is none.</summary>
    public string? Short { get; init; }

    /// <summary>Words of the headline that carry it, letter for letter.</summary>
    public IReadOnlyList<string> Emphasis { get; init; } = [];

    public IReadOnlyList<ExplanationPoint> Points { get; init; } = [];

    /// <summary>A number that the narration speaks, if there is one.</summary>
    public Figure? Figure { get; init; }

    /// <summary>English nouns for the picture, best first.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>"ember", "ocean", "forest", "cosmos", or null.</summary>
    public string? MoodHint { get; init; }

    /// <summary>Everything in it that comes from WordNet.</summary>
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];

    /// <summary>Words of the narration.</summary>
    public int WordCount => Narration.Sum(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
}
