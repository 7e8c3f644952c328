using System.Collections.Concurrent;
using System.Text;

namespace Reelsmith.Script.WordNet;

/// <summary>Learns from the glosses themselves how a noun is used: "a crater" stands in them often and "a lava" never, so that
/// craters are counted and lava is not; and the more often a word explains others, the more familiar it is.</summary>
internal sealed class NounUsage(WordNetDatabase database)
{
    // These are not counted; glosses seldom show it.
    private static readonly string[] s_stuff =
        ["equipment", "furniture", "clothing", "machinery", "jewelry", "jewellery", "pottery", "armor", "armour", "weaponry", "paper", "glass", "silk", "cotton", "wool", "leather",
         "memory", "software", "hardware", "ammunition", "luggage", "baggage", "lace", "velvet", "linen", "denim", "porcelain", "cutlery", "silverware", "footwear", "underwear",
         "space", "vapor", "steam", "yeast", "powder", "fur", "wine", "beer"];

    private readonly ConcurrentDictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);

    /// <param name="Counted">Uses with "a", "an", "each" or in the plural.</param>
    /// <param name="Uncounted">Uses in the singular without an article.</param>
    /// <param name="Mentions">All uses as a word.</param>
    internal readonly record struct Evidence(int Counted, int Uncounted, int Mentions);

    /// <summary>How the glosses of all nouns use a noun in lower case.</summary>
    public Evidence Of(string noun) => _evidence.GetOrAdd(noun, Count);

    /// <summary>Whether the noun stands without an article in the singular ("lava", "photosynthesis").</summary>
    public bool IsMass(string noun, Synset synset)
    {
        if (s_stuff.Contains(noun)) return true;
        var evidence = Of(noun);
        var prior = synset.File switch
        {
            "noun.feeling" => 20,
            "noun.substance" or "noun.process" => 2,
            "noun.phenomenon" => 0.5,
            "noun.location" => -1000,
            "noun.attribute" or "noun.state" or "noun.cognition" => 1,
            "noun.animal" or "noun.person" => -1000,
            "noun.artifact" => -15,
            "noun.body" or "noun.object" or "noun.plant" or "noun.group" => -8,
            "noun.food" or "noun.act" or "noun.communication" => 0,
            _ => -1,
        };
        if (noun.EndsWith("ness", StringComparison.Ordinal) || noun.EndsWith("ism", StringComparison.Ordinal)
            || noun.EndsWith("ology", StringComparison.Ordinal) || noun.EndsWith("ics", StringComparison.Ordinal)
            || noun.EndsWith("graphy", StringComparison.Ordinal)) prior += 4;
        if (noun.EndsWith("ing", StringComparison.Ordinal) && synset.File is "noun.act" or "noun.process") prior += 2;
        return evidence.Uncounted + prior > evidence.Counted * 1.2;
    }

    private Evidence Count(string noun)
    {
        var pattern = Encoding.UTF8.GetBytes($" {noun}");
        var data = database.NounData;
        int counted = 0, uncounted = 0, mentions = 0, at = 0;
        while (true)
        {
            var step = data[at..].IndexOf(pattern);
            if (step < 0) return new Evidence(counted, uncounted, mentions);
            var start = at + step + 1;
            at = start + noun.Length;
            var after = data.Slice(at, Math.Min(24, data.Length - at));
            var plural = after.Length > 1 && after[0] == (byte)'s';
            if (plural) after = after[1..];
            if (after.Length < 3 || char.IsAsciiLetterOrDigit((char)after[0]) || after[0] is (byte)'-' or (byte)'_' or (byte)'\'') continue;
            if (after[0] == ' ' && char.IsAsciiHexDigit((char)after[1]) && after[2] == ' ' && after[1] != 'a') continue; // a word of the synset, not of its gloss
            mentions++;
            if (plural) counted++;
            else if (EndsPhrase(after)) Weigh(data[Math.Max(0, start - 40)..start], ref counted, ref uncounted);
        }
    }

    private static void Weigh(ReadOnlySpan<byte> before, ref int counted, ref int uncounted)
    {
        var words = Encoding.UTF8.GetString(before).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = words.Length - 1; i >= 0 && i >= words.Length - 3; i--)
        {
            var word = words[i].TrimStart('(', '"').ToLowerInvariant();
            if (word is "a" or "an" or "each" or "every" or "another" or "one")
            {
                counted++;
                return;
            }
            if (FunctionWords.Determiners.Contains(word)) return;
            if (FunctionWords.Prepositions.Contains(word) || word is "and" or "or")
            {
                uncounted++;
                return;
            }
        }
    }

    // "a water bird" says nothing of water: only a noun that ends its phrase counts.
    private static bool EndsPhrase(ReadOnlySpan<byte> after)
    {
        if (after[0] != ' ') return true;
        var rest = after[1..];
        var end = rest.IndexOfAny((byte)' ', (byte)',', (byte)';');
        var word = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        return FunctionWords.Prepositions.Contains(word) || FunctionWords.Relatives.Contains(word) || FunctionWords.Conjunctions.Contains(word)
            || FunctionWords.Auxiliaries.Contains(word) || word.StartsWith('(');
    }
}
