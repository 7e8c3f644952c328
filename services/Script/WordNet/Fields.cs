namespace Reelsmith.Script.WordNet;

/// <summary>The field of knowledge that a meaning belongs to, and the mood of the film that goes with it.</summary>
internal sealed class Fields(WordNetDatabase database)
{
    private static readonly (string Hypernym, string Field, string Mood)[] s_byHypernym =
    [
        ("celestial body", "Space", "cosmos"), ("astronomy", "Space", "cosmos"), ("computer network", "Technology", "cosmos"), ("geological phenomenon", "Earth", "ember"),
        ("natural phenomenon", "Nature", "ocean"), ("physiological state", "The body", "ocean"), ("physiological condition", "The body", "ocean"),
        ("computer science", "Technology", "cosmos"), ("spacecraft", "Space", "cosmos"), ("computer", "Technology", "cosmos"), ("machine", "Technology", "cosmos"),
        ("electronic equipment", "Technology", "cosmos"), ("musical instrument", "Music", "ember"), ("music", "Music", "ember"),
        ("sport", "Sport", "forest"), ("game", "Games", "forest"), ("body of water", "Water", "ocean"), ("fish", "Animals", "ocean"),
        ("aquatic mammal", "Animals", "ocean"), ("vehicle", "Transport", "ember"), ("vessel", "Transport", "ocean"), ("building", "Architecture", "ember"),
        ("structure", "Architecture", "ember"), ("clothing", "Clothing", "ember"), ("beverage", "Drinks", "ember"), ("weather", "Weather", "ocean"),
        ("weapon", "Weapons", "ember"), ("disease", "Health", "ocean"), ("illness", "Health", "ocean"), ("medicine", "Health", "ocean"),
        ("science", "Science", "cosmos"), ("mathematics", "Mathematics", "cosmos"), ("art", "Art", "ember"), ("language", "Language", "ember"),
        ("religion", "Religion", "ember"), ("money", "Money", "forest"), ("war", "History", "ember"), ("geological formation", "Earth", "ember"),
        ("mountain", "Earth", "ember"), ("gem", "Earth", "ocean"), ("mineral", "Earth", "ember"),
    ];

    public (string Field, string Mood) Of(Synset synset)
    {
        var above = database.Hypernyms(synset).Prepend(synset).Concat(database.Related(synset, Relation.Domain)).SelectMany(s => s.Words).Select(w => w.Text)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (synset.File == "noun.body") return ("The body", "ocean");
        foreach (var (hypernym, field, mood) in s_byHypernym)
        {
            if (above.Contains(hypernym)) return (field, mood);
        }
        return synset.File switch
        {
            "noun.Tops" when synset.Words[0].Text == "plant" => ("Plants", "forest"),
            "noun.Tops" when synset.Words[0].Text == "animal" => ("Animals", "forest"),
            "noun.animal" => ("Animals", "forest"),
            "noun.plant" => ("Plants", "forest"),
            "noun.food" => ("Food", "forest"),
            "noun.body" => ("The body", "ocean"),
            "noun.object" => ("Earth", "ember"),
            "noun.location" => ("Places", "ocean"),
            "noun.person" => ("People", "ember"),
            "noun.phenomenon" => ("Nature", "ocean"),
            "noun.process" => ("Science", "forest"),
            "noun.substance" => ("Substances", "ocean"),
            "noun.feeling" => ("Feelings", "ember"),
            "noun.event" when above.Overlaps(["flow", "wave", "periodic event"]) => ("Nature", "ocean"),
            "noun.event" or "noun.time" => ("History", "ember"),
            "noun.group" => ("Society", "ember"),
            "noun.possession" => ("Money", "forest"),
            "noun.quantity" or "noun.shape" or "noun.relation" => ("Mathematics", "cosmos"),
            "noun.cognition" => ("Ideas", "cosmos"),
            "noun.communication" => ("Language", "ember"),
            "noun.act" => ("What people do", "ember"),
            "noun.artifact" => ("How things are made", "ember"),
            _ => ("Ideas", "cosmos"),
        };
    }
}
