using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Makes concepts of senses: decides on articles, plurals and tense.</summary>
internal sealed partial class Concepts(WordNetDatabase database)
{
    private readonly NounUsage _usage = new(database);
    private readonly ClauseReader _clauses = new(database, new NounUsage(database));

    public NounUsage Usage => _usage;

    /// <param name="article">The article of the prompt, which knows best, or null.</param>
    /// <param name="counted">Whether the prompt counts it (plural or "a").</param>
    public Concept Of(Sense sense, string? article = null, bool counted = false)
    {
        var name = sense.Word;
        var proper = IsProper(sense);
        var mass = !proper && !counted && _usage.IsMass(name.ToLowerInvariant(), sense.Synset);
        var phrase = proper ? (article == "the" || TakesThe(sense) ? $"the {name}" : name) : mass ? name : EnglishNouns.WithIndefiniteArticle(name);
        var was = sense.Synset.IsInstance && GlossText.Asides(sense.Synset.Definition).Any(a => Years().IsMatch(a));
        return new Concept(sense, name, phrase, proper || mass ? name : EnglishNouns.Plural(name), mass, proper, _clauses.Read(sense.Synset), was);
    }

    public Concept Of(Synset synset) => Of(database.SenseOf(synset, BestWord(synset)));

    /// <summary>The word of a synset that most people would use.</summary>
    public SynsetWord BestWord(Synset synset) => synset.Words.Count == 1 || synset.IsInstance
        ? synset.Words[0]
        : synset.Words.Select((w, i) => (Word: w, Sense: database.SenseOf(synset, w), Index: i))
            .MaxBy(w => (3.0 * Math.Min(w.Sense.TagCount, 10)) - w.Index - (char.IsUpper(w.Word.Text[0]) ? 4 : 0)).Word;

    private static bool IsProper(Sense sense) => char.IsUpper(sense.Word[0]) && (sense.Synset.IsInstance
        || sense.Synset.File is "noun.location" or "noun.time" or "noun.event" || sense.Synset.Definition.StartsWith("the ", StringComparison.Ordinal)
        || sense.Word.Split(' ').All(w => char.IsUpper(w[0])) && sense.Synset.Targets(Relation.Hyponym).Any() == false && sense.Synset.File is not "noun.animal" and not "noun.food" and not "noun.person" and not "noun.artifact" and not "noun.plant");

    private bool TakesThe(Sense sense) => sense.Word.EndsWith("Age", StringComparison.Ordinal) || (sense.Word.EndsWith('s') && sense.Word.Contains(' ', StringComparison.Ordinal) && sense.Synset.File is "noun.location" or "noun.object" or "noun.time" or "noun.event")
        || sense.Word.Split(' ')[^1] is "River" or "Sea" or "Ocean" or "Desert" or "War" or "Revolution" or "Empire" or "Canal" or "Wall" or "Tower" or "Bible" or "Renaissance" or "Enlightenment" or "Sun" or "Moon" or "Earth"
        || database.Related(sense.Synset, Relation.InstanceHypernym).Any(h => h.Words.Any(w => w.Text is "river" or "ocean" or "sea" or "desert" or "canal" or "mountain range" or "range"));

    [GeneratedRegex(@"\d{3,4}\s*(?:-|to)\s*\d{2,4}|\bdied\b")]
    private static partial Regex Years();
}
