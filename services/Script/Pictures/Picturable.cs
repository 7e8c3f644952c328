using Reelsmith.Script.Headlines;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Pictures;

/// <summary>How well a picture can show what an English noun means, by the kind of thing that WordNet says it is.</summary>
internal static class Picturable
{
    /// <summary>0 (not at all) to 1.</summary>
    public static double Weight(string noun, EnglishLexicon lexicon)
    {
        if (lexicon.Database is not { } database) return 0.6;
        var senses = database.Senses(noun, PartOfSpeech.Noun);
        if (senses.Count == 0) return 0;
        // The first sense says most; the others are possible, too.
        var best = 0.0;
        for (var i = 0; i < Math.Min(3, senses.Count); i++) best = Math.Max(best, OfKind(senses[i].Synset.File) * (1 - (0.3 * i)));
        // A word that is nearly always a verb or an adjective is no noun here either ("set", "even").
        var asNoun = lexicon.Uses(noun, PartOfSpeech.Noun) + 1.0;
        var other = lexicon.Uses(noun, PartOfSpeech.Verb) + lexicon.Uses(noun, PartOfSpeech.Adjective) + lexicon.Uses(noun, PartOfSpeech.Adverb);
        return best * Math.Min(1, 2.5 * asNoun / (asNoun + other));
    }

    private static double OfKind(string file) => file switch
    {
        "noun.animal" or "noun.food" or "noun.plant" => 1,
        "noun.artifact" or "noun.object" or "noun.body" => 0.9,
        "noun.phenomenon" or "noun.substance" => 0.75,
        "noun.person" => 0.6,
        "noun.event" or "noun.location" or "noun.shape" or "noun.possession" => 0.45,
        "noun.group" or "noun.time" or "noun.feeling" or "noun.communication" or "noun.process" => 0.3,
        _ => 0.2,
    };
}
