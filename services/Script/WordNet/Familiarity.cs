namespace Reelsmith.Script.WordNet;

/// <summary>Ranks related meanings by how well people know them.</summary>
internal sealed class Familiarity(WordNetDatabase database, Concepts concepts)
{
    private const int Weighed = 14;

    /// <summary>The most familiar of some synsets, best first.</summary>
    public IReadOnlyList<Sense> Best(IEnumerable<Synset> synsets, int count)
    {
        var first = synsets.Where(s => !Unsuitable.Is(s)).DistinctBy(s => s.Id).Select(s => database.SenseOf(s, concepts.BestWord(s)))
            .Select((sense, order) => (Sense: sense, Score: Rough(sense), order))
            .OrderByDescending(s => s.Score).ThenBy(s => s.order).Take(Weighed).ToList();
        return [.. first.Select(s => (s.Sense, Score: s.Score + Mentions(s.Sense), s.order)).OrderByDescending(s => s.Score).ThenBy(s => s.order).Take(count).Select(s => s.Sense)];
    }

    private double Rough(Sense sense)
    {
        var senses = database.Senses(sense.Word, PartOfSpeech.Noun);
        var words = Phrases.WordCount(sense.Word);
        return (2.5 * Math.Log2(1 + sense.TagCount)) + Math.Min(3, senses.Count * 0.5) - ((sense.Number - 1) * 1.5) - ((words - 1) * 1.0)
            - (Math.Max(0, sense.Word.Length - 9) * 0.25) + Math.Min(3, 0.7 * Math.Log2(1 + sense.Synset.Targets(Relation.Hyponym).Count()))
            + Math.Min(2, sense.Synset.Pointers.Count * 0.1);
    }

    private double Mentions(Sense sense) => 1.2 * Math.Log2(1 + concepts.Usage.Of(sense.Word).Mentions) / sense.Number;
}
