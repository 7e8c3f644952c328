namespace Reelsmith.Script.Headlines;

/// <summary>A headline taken from a text.</summary>
/// <param name="Text">Capitalised, without closing punctuation but ? and !.</param>
/// <param name="Short">A shorter one, or null.</param>
/// <param name="Emphasis">Words of the text, letter for letter.</param>
/// <param name="Source">The phrase as it stands in the narration.</param>
/// <param name="Score">How good it is; above 3 it stands as a statement by itself.</param>
internal sealed record Headline(string Text, string? Short, IReadOnlyList<string> Emphasis, string Source, PhraseKind Kind, double Score);
