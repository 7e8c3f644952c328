namespace Reelsmith.Script.WordNet;

/// <summary>A meaning, and the words that have it.</summary>
/// <param name="File">The lexicographer file: "noun.animal", "verb.motion".</param>
/// <param name="FileNumber">The number of that file, part of sense keys.</param>
/// <param name="Definition">The gloss without its examples, as it stands in the database.</param>
/// <param name="Examples">Sentences and phrases of the gloss, without their quotation marks.</param>
/// <param name="IsSatellite">Whether an adjective's meaning stands under that of another (its head).</param>
internal sealed record Synset(SynsetId Id, string File, int FileNumber, IReadOnlyList<SynsetWord> Words, string Definition,
    IReadOnlyList<string> Examples, IReadOnlyList<Pointer> Pointers, bool IsSatellite)
{
    /// <summary>The synsets that pointers of one kind lead to, in the database's order.</summary>
    public IEnumerable<SynsetId> Targets(Relation relation) => Pointers.Where(p => p.Relation == relation).Select(p => p.Target);

    /// <summary>Whether it is one particular thing (Etna) and not a kind of thing (volcano).</summary>
    public bool IsInstance => Pointers.Any(p => p.Relation == Relation.InstanceHypernym);
}
