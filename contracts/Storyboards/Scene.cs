namespace Reelsmith.Contracts;

/// <summary>A unit of narration with its picture.</summary>
public sealed record Scene
{
    /// <summary>What is spoken, in whole sentences.</summary>
    public required string Narration { get; init; }

    public required Visual Visual { get; init; }

    /// <summary>How this scene's picture comes in over the one before. Null: chosen from the neighbours.</summary>
    public Transition? Transition { get; init; }

    /// <summary>Target length. A scene is never shorter than its narration; null: as long as the narration needs.</summary>
    public double? Seconds { get; init; }
}
