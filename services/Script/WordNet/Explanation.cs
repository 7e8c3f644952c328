using Reelsmith.Contracts;

namespace Reelsmith.Script.WordNet;

/// <summary>What WordNet says about a topic, put in order for a film.</summary>
/// <param name="Title">The prompt, tidied.</param>
/// <param name="Kicker">The field it belongs to: "Animals, explained".</param>
/// <param name="Sources">The senses it stands on.</param>
internal sealed record Explanation(string Title, string Kicker, IReadOnlyList<ExplanationPart> Parts, IReadOnlyList<Source> Sources);
