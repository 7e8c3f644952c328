namespace Reelsmith.Script.WordNet;

/// <summary>A thing that a prompt is about.</summary>
/// <param name="Written">As the prompt writes it, without its article.</param>
/// <param name="Sense">The meaning taken.</param>
/// <param name="Article">The article before it in the prompt, in lower case, or null.</param>
/// <param name="IsPlural">Whether the prompt speaks of several.</param>
/// <param name="IsBare">Whether a whole question names it in the singular without an article ("how is wine made").</param>
internal sealed record Subject(string Written, Sense Sense, string? Article, bool IsPlural, bool IsBare = false);
