namespace Reelsmith.Script.WordNet;

/// <summary>How English nouns change: plurals and the indefinite article.</summary>
internal static class EnglishNouns
{
    private static readonly Dictionary<string, string> s_irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["man"] = "men",
        ["woman"] = "women",
        ["child"] = "children",
        ["foot"] = "feet",
        ["tooth"] = "teeth",
        ["goose"] = "geese",
        ["mouse"] = "mice",
        ["louse"] = "lice",
        ["ox"] = "oxen",
        ["person"] = "people",
        ["die"] = "dice",
        ["leaf"] = "leaves",
        ["wolf"] = "wolves",
        ["calf"] = "calves",
        ["half"] = "halves",
        ["knife"] = "knives",
        ["life"] = "lives",
        ["wife"] = "wives",
        ["loaf"] = "loaves",
        ["shelf"] = "shelves",
        ["thief"] = "thieves",
        ["elf"] = "elves",
        ["hoof"] = "hooves",
        ["scarf"] = "scarves",
        ["sheaf"] = "sheaves",
        ["self"] = "selves",
        ["potato"] = "potatoes",
        ["tomato"] = "tomatoes",
        ["hero"] = "heroes",
        ["echo"] = "echoes",
        ["volcano"] = "volcanoes",
        ["mosquito"] = "mosquitoes",
        ["tornado"] = "tornadoes",
        ["torpedo"] = "torpedoes",
        ["mango"] = "mangoes",
        ["cactus"] = "cacti",
        ["fungus"] = "fungi",
        ["nucleus"] = "nuclei",
        ["stimulus"] = "stimuli",
        ["alga"] = "algae",
        ["larva"] = "larvae",
        ["vertebra"] = "vertebrae",
        ["nebula"] = "nebulae",
        ["antenna"] = "antennae",
        ["bacterium"] = "bacteria",
        ["phenomenon"] = "phenomena",
        ["criterion"] = "criteria",
        ["crisis"] = "crises",
        ["oasis"] = "oases",
        ["analysis"] = "analyses",
        ["axis"] = "axes",
        ["thesis"] = "theses",
        ["genus"] = "genera",
        ["vertex"] = "vertices",
        ["supernova"] = "supernovae",
        ["quiz"] = "quizzes",
        ["sheep"] = "sheep",
        ["deer"] = "deer",
        ["fish"] = "fish",
        ["salmon"] = "salmon",
        ["trout"] = "trout",
        ["moose"] = "moose",
        ["bison"] = "bison",
        ["aircraft"] = "aircraft",
        ["spacecraft"] = "spacecraft",
        ["hovercraft"] = "hovercraft",
        ["species"] = "species",
        ["series"] = "series",
        ["squid"] = "squid",
        ["swine"] = "swine",
        ["cod"] = "cod",
        ["grouse"] = "grouse",
        ["offspring"] = "offspring",
        ["human"] = "humans",
        ["German"] = "Germans",
        ["Roman"] = "Romans",
        ["shaman"] = "shamans",
        ["talisman"] = "talismans",
        ["caiman"] = "caimans",
    };

    // Letters say one thing, the sound another.
    private static readonly string[] s_vowelLetterConsonantSound = ["uni", "use", "usu", "eur", "ewe", "uten", "uran", "utop", "one", "once", "ubiq", "uk"];
    private static readonly string[] s_consonantLetterVowelSound = ["hour", "honest", "honor", "honour", "heir", "x-ray"];
    private static readonly string[] s_vowelAfterUni = ["unin", "unim", "unid"];

    /// <summary>The plural of a noun or of a collocation ("baleen whales", "points of view").</summary>
    public static string Plural(string noun)
    {
        var preposition = PrepositionIn(noun);
        if (preposition > 0) return Plural(noun[..preposition]) + noun[preposition..];
        var space = noun.LastIndexOfAny([' ', '-']);
        var (front, word) = space < 0 ? ("", noun) : (noun[..(space + 1)], noun[(space + 1)..]);
        if (s_irregular.TryGetValue(word, out var irregular)) return front + Capitalised(irregular, like: word);
        if (word.EndsWith("woman", StringComparison.Ordinal) || (word.EndsWith("man", StringComparison.Ordinal) && word.Length > 4)) return $"{front}{word[..^2]}en";
        if (word.EndsWith("fish", StringComparison.Ordinal)) return front + word;
        if (EndsWithAny(word, "s", "x", "z", "ch", "sh")) return $"{front}{word}es";
        if (word.Length > 2 && word.EndsWith('y') && !IsVowel(word[^2]) && !char.IsUpper(word[0])) return $"{front}{word[..^1]}ies";
        return $"{front}{word}s";
    }

    /// <summary>The noun phrase with "a" or "an" before it.</summary>
    public static string WithIndefiniteArticle(string phrase) => StartsWithVowelSound(phrase) ? $"an {phrase}" : $"a {phrase}";

    private static bool StartsWithVowelSound(string phrase)
    {
        var word = phrase.ToLowerInvariant();
        if (word is "herb" || word.StartsWith("herb ", StringComparison.Ordinal) || word.StartsWith("herbal ", StringComparison.Ordinal)) return true;
        if (s_consonantLetterVowelSound.Any(s => word.StartsWith(s, StringComparison.Ordinal))) return true;
        if (s_vowelAfterUni.Any(s => word.StartsWith(s, StringComparison.Ordinal))) return true;
        if (s_vowelLetterConsonantSound.Any(s => word.StartsWith(s, StringComparison.Ordinal))) return false;
        if (word.StartsWith("eu", StringComparison.Ordinal)) return false;
        return word.Length > 0 && IsVowel(word[0]);
    }

    private static int PrepositionIn(string noun)
    {
        foreach (var preposition in (string[])[" of ", " in ", " de ", "-in-", " to "])
        {
            var at = noun.IndexOf(preposition, StringComparison.Ordinal);
            if (at > 0) return at;
        }
        return -1;
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static string Capitalised(string word, string like) =>
        char.IsUpper(like[0]) && char.IsLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static bool IsVowel(char c) => "aeiouAEIOU".Contains(c, StringComparison.Ordinal);
}
