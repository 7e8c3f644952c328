namespace Reelsmith.Contracts;

/// <summary>When each word is spoken, as reported by the engine itself.</summary>
/// <param name="Words">In the order spoken; they do not overlap.</param>
public sealed record WordTimings(IReadOnlyList<SpokenWord> Words);
