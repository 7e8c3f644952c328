namespace Reelsmith.Script.WordNet;

/// <summary>A noun in one meaning, with what is needed to speak of it.</summary>
/// <param name="Name">As it is spoken, without an article ("blue whale", "Etna").</param>
/// <param name="Phrase">In the middle of a sentence, with its article ("a blue whale", "lava", "the Renaissance").</param>
/// <param name="Plural">Several of them; the name itself when it is never counted.</param>
/// <param name="IsMass">Spoken without an article and never counted.</param>
/// <param name="IsProper">The name of one particular thing.</param>
/// <param name="IsFixed">The prompt says "the": it stays so.</param>
/// <param name="IsPluralOnly">The name is itself a plural ("scissors").</param>
/// <param name="IsPast">Whether it is past ("Albert Einstein was").</param>
/// <param name="Clauses">Its gloss.</param>
internal sealed record Concept(Sense Sense, string Name, string Phrase, string Plural, bool IsMass, bool IsProper, bool IsFixed, bool IsPluralOnly, bool IsPast,
    IReadOnlyList<Clause> Clauses)
{
    public Synset Synset => Sense.Synset;

    public string Verb => (IsPast, IsPluralOnly) switch
    {
        (true, false) => "was",
        (true, true) => "were",
        (false, true) => "are",
        _ => "is",
    };

    /// <summary>Whether its gloss says what it is, in words other than its own.</summary>
    public bool IsDefined { get; } = Clauses.Count > 0 && Clauses[0].Kind == ClauseKind.NounPhrase && !IsCircular(Clauses[0].Text, Name);

    // "the act of swimming" does not say what swimming is.
    private static bool IsCircular(string gloss, string name)
    {
        var bare = gloss[(gloss.Split(' ')[0] is "a" or "an" or "the" && gloss.Contains(' ', StringComparison.Ordinal) ? gloss.IndexOf(' ', StringComparison.Ordinal) + 1 : 0)..];
        if (name.Contains(' ', StringComparison.Ordinal) && (bare.StartsWith(name, StringComparison.OrdinalIgnoreCase) || bare.StartsWith(EnglishNouns.Plural(name), StringComparison.OrdinalIgnoreCase))) return true;
        var own = ContentWords.Stems(name);
        var said = ContentWords.Stems(gloss);
        return said.All(own.Contains);
    }
}
