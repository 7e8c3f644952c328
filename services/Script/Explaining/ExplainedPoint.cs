namespace Reelsmith.Script.Explaining;

/// <summary>An item of a part that is shown as points.</summary>
/// <param name="Title">At most six words, best as they occur in the part's sentences.</param>
/// <param name="Text">At most twelve words, or null.</param>
/// <param name="Keywords">Nouns that the item's picture may show, best first.</param>
internal sealed record ExplainedPoint(string Title, string? Text, IReadOnlyList<string> Keywords);
