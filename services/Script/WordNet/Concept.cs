namespace Reelsmith.Script.WordNet;

/// <summary>A noun in one meaning, with what is needed to speak of it.</summary>
/// <param name="Name">As it is spoken, without an article ("blue whale", "Etna").</param>
/// <param name="Phrase">In the middle of a sentence, with its article ("a blue whale", "lava", "the Renaissance").</param>
/// <param name="Plural">Several of them, or what is spoken instead when it is not counted.</param>
/// <param name="IsMass">Spoken without an article and never counted.</param>
/// <param name="Clauses">Its gloss.</param>
/// <param name="Was">Whether it is past ("Albert Einstein was").</param>
internal sealed record Concept(Sense Sense, string Name, string Phrase, string Plural, bool IsMass, bool IsProper, IReadOnlyList<Clause> Clauses, bool Was)
{
    public Synset Synset => Sense.Synset;

    public string Verb => Was ? "was" : "is";
}
