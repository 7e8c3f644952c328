using Reelsmith.Contracts;

namespace Reelsmith.Script.Explaining;

/// <summary>What is known about a topic, in the order in which a film tells it. The first part opens the film, the last one closes it.</summary>
/// <param name="Title">What the film is called ("Why do volcanoes erupt?").</param>
/// <param name="Kicker">A few words above the title ("Geology"), or null.</param>
/// <param name="Parts">At least one; each becomes one scene or more.</param>
/// <param name="Sources">What the sentences stand on.</param>
internal sealed record Explanation(string Title, string? Kicker, IReadOnlyList<ExplanationPart> Parts, IReadOnlyList<Source> Sources);
