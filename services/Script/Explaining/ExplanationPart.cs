namespace Reelsmith.Script.Explaining;

/// <summary>A step of an explanation.</summary>
internal sealed record ExplanationPart
{
    public required PartKind Kind { get; init; }

    /// <summary>Whole sentences, spoken in this order.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>At most eight words; null: taken from the sentences.</summary>
    public string? Headline { get; init; }

    /// <summary>Parts of the headline, letter for letter.</summary>
    public IReadOnlyList<string> Emphasis { get; init; } = [];

    /// <summary>None, or two to four: the part is then shown as points, in the order in which the sentences name them.</summary>
    public IReadOnlyList<ExplainedPoint> Points { get; init; } = [];

    /// <summary>Nouns that a picture may show, best first.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}
