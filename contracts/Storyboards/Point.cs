namespace Reelsmith.Contracts;

/// <summary>An item of a points scene.</summary>
public sealed record Point
{
    /// <summary>At most six words.</summary>
    public required string Title { get; init; }

    /// <summary>At most twelve words.</summary>
    public string? Text { get; init; }

    /// <summary>Nouns that the item's picture may show, best first.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The first words of the narration at which the item appears; null: its title's words, else an equal share of the scene.</summary>
    public string? SpokenAt { get; init; }
}
