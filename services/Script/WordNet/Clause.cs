namespace Reelsmith.Script.WordNet;

/// <summary>A clause of a noun's gloss, ready to be put into a sentence.</summary>
/// <param name="Text">With the article it needs.</param>
/// <param name="Kind">How it goes on from the subject.</param>
/// <param name="IsPlural">Whether a noun phrase is about several ("metal supports for logs").</param>
/// <param name="SenseKey">Where it stands, when not in the gloss of the noun itself.</param>
/// <param name="Fragment">The words of the gloss that it says, cleaned but unchanged.</param>
internal sealed record Clause(string Text, ClauseKind Kind, bool IsPlural, string Fragment, string? SenseKey = null);
