namespace Reelsmith.Script.WordNet;

/// <summary>A prompt, understood.</summary>
/// <param name="Title">The prompt, tidied for the screen.</param>
/// <param name="IsQuestion">Whether it asks something.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Other">What the subject is compared with, or null.</param>
/// <param name="Predicate">What the subject does or how it is (a verb or an adjective), or null.</param>
/// <param name="Related">Other nouns of the prompt, in their meanings.</param>
/// <param name="Actor">Who does what the subject names ("we", "people"), when the prompt asks about an activity.</param>
internal sealed record Topic(string Title, bool IsQuestion, Subject Subject, Subject? Other, Sense? Predicate, IReadOnlyList<Sense> Related, string? Actor = null);
