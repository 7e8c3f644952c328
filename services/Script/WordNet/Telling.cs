namespace Reelsmith.Script.WordNet;

/// <summary>An explanation while it is being written.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Meanings">The subject's synset, and those of its other meanings that are about the same thing (volcano: the fissure, the mountain).</param>
internal sealed record Telling(Topic Topic, Concept Subject, IReadOnlyList<Concept> Meanings)
{
    /// <summary>How the kinds that are told are called when there are several of them, by their title.</summary>
    public Dictionary<string, string> KindNames { get; } = [];

    /// <summary>What has been explained already and is not explained again.</summary>
    public HashSet<SynsetId> Explained { get; } = [.. Meanings.Select(m => m.Synset.Id)];
}
