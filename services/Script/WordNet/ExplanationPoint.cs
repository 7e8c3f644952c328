namespace Reelsmith.Script.WordNet;

/// <summary>An item of a list.</summary>
/// <param name="Title">At most six words.</param>
/// <param name="Text">At most twelve words, or null.</param>
/// <param name="Keywords">Nouns for its picture, best first.</param>
internal sealed record ExplanationPoint(string Title, string? Text, IReadOnlyList<string> Keywords);
