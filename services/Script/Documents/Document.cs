namespace Reelsmith.Script.Documents;

/// <summary>A text taken apart.</summary>
/// <param name="Title">Its title as written in it, or null.</param>
/// <param name="Byline">"by …" under the title, or null.</param>
internal sealed record Document(string? Title, string? Byline, IReadOnlyList<Sentence> Sentences);
