namespace Reelsmith.Script.WordNet;

/// <summary>The database with what is built on it, shared by everything that writes.</summary>
internal sealed class Lexicon
{
    public Lexicon(WordNetDatabase database)
    {
        Database = database;
        Concepts = new Concepts(database);
        Familiarity = new Familiarity(database, Concepts);
        Cutter = new PhraseCutter(database);
    }

    public WordNetDatabase Database { get; }

    public Concepts Concepts { get; }

    public Familiarity Familiarity { get; }

    public PhraseCutter Cutter { get; }

    /// <summary>What a gloss says, as far as it is spoken.</summary>
    public static StatedFact Fact(Concept concept, int clause = 0) => new(concept.Clauses[clause].SenseKey ?? concept.Sense.Key, concept.Clauses[clause].Fragment);

    /// <summary>That a related word is named.</summary>
    public static StatedFact Named(Concept concept) => new(concept.Sense.Key, concept.Name);

    /// <summary>Nouns for a picture of the concept: itself, then what it is a kind of.</summary>
    public IReadOnlyList<string> Keywords(Concept concept) => [.. Database.Hypernyms(concept.Synset).Take(3).Select(h => h.Words[0].Text).Prepend(concept.Name).Distinct()];

    /// <summary>Items for a list, with texts only when all of them have one that is short enough.</summary>
    public IReadOnlyList<ExplanationPoint> Points(IReadOnlyList<Concept> concepts)
    {
        if (concepts.Count < 2) return [];
        var texts = concepts.Select(c => c.IsDefined ? Cutter.Cut(Phrases.Capitalised(c.Clauses[0].Text), 12) : null).ToList();
        var all = texts.All(t => t is not null);
        return [.. concepts.Select((c, i) => new ExplanationPoint(Phrases.Capitalised(c.Name), all ? texts[i] : null, Keywords(c)))];
    }
}
