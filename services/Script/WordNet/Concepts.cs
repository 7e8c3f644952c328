using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Makes concepts of senses: decides on articles, plurals and tense.</summary>
internal sealed partial class Concepts
{
    private readonly WordNetDatabase _database;
    private readonly ClauseReader _clauses;

    public Concepts(WordNetDatabase database)
    {
        _database = database;
        Usage = new NounUsage(database);
        _clauses = new ClauseReader(database, Usage);
    }

    public NounUsage Usage { get; }

    /// <summary>The subject of a prompt, whose article and number know best how it is spoken of.</summary>
    public Concept Of(Subject subject)
    {
        var concept = Of(subject.Sense);
        if (concept.IsProper)
        {
            return subject.Article == "the" ? concept with { Phrase = $"the {concept.Name}", IsFixed = true } : concept;
        }
        if (subject.Article == "the" && !subject.IsPlural) return concept with { Phrase = $"the {concept.Name}", IsFixed = true, IsMass = false };
        if (subject.IsPlural || subject.Article is "a" or "an")
        {
            return concept with { IsMass = false, Phrase = EnglishNouns.WithIndefiniteArticle(concept.Name), Plural = EnglishNouns.Plural(concept.Name) };
        }
        return subject.IsBare && !concept.IsMass ? concept with { IsMass = true, Phrase = concept.Name, Plural = concept.Name } : concept;
    }

    public Concept Of(Sense sense)
    {
        var name = sense.Word;
        var proper = IsProper(sense);
        var pluralOnly = !proper && IsPluralName(name);
        var mass = !proper && !pluralOnly && IsMass(sense);
        var phrase = proper ? TakesThe(sense) ? $"the {name}" : name : mass || pluralOnly ? name : EnglishNouns.WithIndefiniteArticle(name);
        var past = sense.Synset.IsInstance && GlossText.Asides(sense.Synset.Definition).Any(a => Years().IsMatch(a));
        return new Concept(sense, name, phrase, proper || mass || pluralOnly ? name : EnglishNouns.Plural(name), mass, proper, false, pluralOnly, past, _clauses.Read(sense.Synset));
    }

    public Concept Of(Synset synset) => Of(_database.SenseOf(synset, BestWord(synset)));

    /// <summary>The word of a synset that most people would use.</summary>
    /// <param name="thorough">Whether to ask how often the glosses use each word, which takes milliseconds.</param>
    public SynsetWord BestWord(Synset synset, bool thorough = true)
    {
        if (synset.IsInstance) return synset.Words.FirstOrDefault(w => w.Text.StartsWith("Mount ", StringComparison.Ordinal)) ?? synset.Words[0];
        if (synset.Words.Count == 1) return synset.Words[0];
        var parents = _database.Related(synset, Relation.Hypernym).SelectMany(h => h.Words).Select(w => w.Text).ToList();
        return synset.Words.Select((word, index) => (Word: word, Score: Score(word, index))).MaxBy(w => w.Score).Word;

        double Score(SynsetWord word, int index) => (3.0 * Math.Min(_database.SenseOf(synset, word).TagCount, 10)) - (1.5 * index) - _database.SenseOf(synset, word).Number - (char.IsUpper(word.Text[0]) ? 4 : 0)
            + (parents.Any(p => word.Text.EndsWith($" {p}", StringComparison.OrdinalIgnoreCase)) ? 2 : 0)
            + (thorough ? 0.5 * Math.Log2(1 + Usage.Of(word.Text.ToLowerInvariant()).Mentions) : 0);
    }

    private bool IsPluralName(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.EndsWith('s') && _clauses.IsPlural(last);
    }

    private bool IsMass(Sense sense)
    {
        var name = sense.Word.ToLowerInvariant();
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0) name = name[..of];
        var head = name[(name.LastIndexOf(' ') + 1)..];
        var evidence = Usage.Of(head);
        var silent = head == name && evidence.Counted + evidence.Uncounted < 2 && sense.Synset.File is "noun.phenomenon" or "noun.process" or "noun.event" or "noun.act";
        if (silent && _database.Related(sense.Synset, Relation.Hypernym).FirstOrDefault() is { Words: [var parent, ..] } above)
        {
            return Usage.IsMass(parent.Text.ToLowerInvariant(), above); // a waterspout is counted as tornadoes are
        }
        return Usage.IsMass(head, sense.Synset) || (IsStuff(sense.Synset) && evidence.Counted <= evidence.Uncounted + 1);
    }

    // A kind of cheese is cheese.
    private bool IsStuff(Synset synset) => synset.File is "noun.food" or "noun.substance" or "noun.feeling"
        && _database.Related(synset, Relation.Hypernym).Any(h => Usage.IsMass(h.Words[0].Text.ToLowerInvariant(), h));

    private static bool IsProper(Sense sense) => char.IsUpper(sense.Word[0]) && (sense.Synset.IsInstance
        || sense.Synset.File is "noun.location" or "noun.time" or "noun.event"
        || (sense.Synset.File is not "noun.animal" and not "noun.food" and not "noun.person" and not "noun.artifact" and not "noun.plant"
            && sense.Word.Split(' ').All(w => char.IsUpper(w[0])) && !sense.Synset.Targets(Relation.Hyponym).Any()));

    private bool TakesThe(Sense sense)
    {
        var last = sense.Word.Split(' ')[^1];
        return last is "Age" or "River" or "Sea" or "Ocean" or "Desert" or "War" or "Revolution" or "Empire" or "Canal" or "Wall" or "Tower" or "Bible" or "Renaissance"
                or "Enlightenment" or "Sun" or "Moon" or "Earth" or "Peninsula" or "Islands" or "Mountains" or "Alps" or "Pole" or "Kingdom" or "States" or "Gulf" or "Republic" or "Union"
            || sense.Word.EndsWith("olympic games", StringComparison.OrdinalIgnoreCase)
            || (last.EndsWith('s') && sense.Synset.IsInstance && _database.Related(sense.Synset, Relation.InstanceHypernym).Any(h => h.Words.Any(w => w.Text is "mountain range" or "archipelago")))
            || _database.Related(sense.Synset, Relation.InstanceHypernym).Any(h => h.Words.Any(w => w.Text is "river" or "ocean" or "sea" or "desert" or "canal" or "mountain range" or "range"));
    }

    [GeneratedRegex(@"\d{3,4}\s*(?:-|to)\s*\d{2,4}|\bdied\b|\bBC\b")]
    private static partial Regex Years();
}
