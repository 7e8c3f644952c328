namespace Reelsmith.Script.WordNet;

/// <summary>Ranks related meanings by how well people know them.</summary>
internal sealed class Familiarity(WordNetDatabase database, Concepts concepts)
{
    private const int Weighed = 12;
    private const int LastSense = 3; // whoever hears "flag" does not think of its ninth meaning, a tail

    /// <summary>The most familiar of some synsets, best first.</summary>
    public IReadOnlyList<Sense> Best(IEnumerable<Synset> synsets, int count)
    {
        var first = synsets.Where(s => !Unsuitable.Is(s)).DistinctBy(s => s.Id).Select(s => database.SenseOf(s, concepts.BestWord(s, thorough: false)))
            .Where(s => s.Number <= LastSense || s.TagCount > 0).Select((sense, order) => (Sense: sense, Score: Rough(sense), order))
            .OrderByDescending(s => s.Score).ThenBy(s => s.order).Take(Weighed).ToList();
        return [.. first.Select(s => (Sense: database.SenseOf(s.Sense.Synset, concepts.BestWord(s.Sense.Synset)), s.Score, s.order))
            .Select(s => (s.Sense, Score: s.Score + Mentions(s.Sense), s.order)).OrderByDescending(s => s.Score).ThenBy(s => s.order).Take(count).Select(s => s.Sense)];
    }

    private double Rough(Sense sense)
    {
        var senses = database.Senses(sense.Word, PartOfSpeech.Noun);
        var named = database.Related(sense.Synset, Relation.Hypernym).Any(h => h.Words.Any(w => sense.Word.EndsWith($" {w.Text}", StringComparison.OrdinalIgnoreCase)));
        var words = named ? 0 : Phrases.WordCount(sense.Word); // "bass guitar" explains itself
        return (2.5 * Math.Log2(1 + sense.TagCount)) + Math.Min(3, senses.Count * 0.5) - ((sense.Number - 1) * 1.5) - ((words - 1) * 1.0)
            - (Math.Max(0, sense.Word.Length - 9) * 0.25) + Math.Min(3, 0.7 * Math.Log2(1 + sense.Synset.Targets(Relation.Hyponym).Count()))
            + Math.Min(2, sense.Synset.Pointers.Count * 0.1) + (sense.Synset.IsInstance ? Fame(sense) : 0);
    }

    // What is well known has by-names and a longer gloss.
    private static double Fame(Sense sense) =>
        (0.8 * (sense.Synset.Words.Count - 1)) + Math.Min(2.5, Phrases.WordCount(sense.Synset.Definition) / 8.0) - (2.0 * (sense.Number - 1));

    private double Mentions(Sense sense) => 1.2 * Math.Log2(1 + concepts.Usage.Of(sense.Word).Mentions) / sense.Number;
}
