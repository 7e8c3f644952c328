using System.Globalization;
using System.Text;

namespace Reelsmith.Video.Illustrations;

/// <summary>Makes words comparable: case, accents and width folded, endings stripped. Pure.</summary>
internal static class WordForms
{
    private const int MinStem = 3;

    private static readonly Dictionary<string, string> IrregularEnglish = new(StringComparer.Ordinal)
    {
        ["mice"] = "mouse",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["geese"] = "goose",
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["people"] = "person",
        ["leaves"] = "leaf",
        ["wolves"] = "wolf",
        ["knives"] = "knife",
        ["loaves"] = "loaf",
        ["calves"] = "calf",
        ["oxen"] = "ox",
        ["lives"] = "life",
        ["cacti"] = "cactus",
        ["fungi"] = "fungus",
        ["bacteria"] = "bacterium",
        ["dice"] = "die",
        ["galaxies"] = "galaxy",
        ["shelves"] = "shelf",
        ["wives"] = "wife",
        ["scarves"] = "scarf",
    };

    // Longest first; what is left must keep MinStem letters.
    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        ["de"] = ["ern", "en", "em", "er", "es", "e", "n", "s"],
        ["nl"] = ["en", "es", "e", "s"],
        ["sv"] = ["arna", "erna", "orna", "ar", "er", "or", "en", "et", "an", "na", "a", "n", "t", "e"],
        ["da"] = ["erne", "ene", "er", "en", "et", "ne", "e", "n", "t"],
        ["nb"] = ["ene", "er", "en", "et", "a", "e", "n", "t"],
        ["fr"] = ["eaux", "aux", "es", "s", "x", "e"],
        ["es"] = ["es", "os", "as", "s", "o", "a", "e"],
        ["pt"] = ["oes", "aes", "ns", "es", "os", "as", "s", "o", "a", "e"],
        ["ca"] = ["es", "os", "s", "a", "o", "e"],
        ["it"] = ["chi", "che", "i", "e", "a", "o"],
        ["ro"] = ["ului", "ilor", "urile", "uri", "ele", "ul", "le", "ii", "i", "a", "e", "u"],
        ["ru"] = ["ами", "ями", "ов", "ев", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "ой", "ы", "и", "а", "я", "у", "ю", "е", "о", "ь", "й"],
        ["pl"] = ["ami", "ach", "ow", "om", "em", "ie", "y", "i", "a", "e", "u", "o"],
        ["cs"] = ["ami", "ech", "ach", "um", "em", "ou", "y", "i", "a", "e", "u", "o"],
        ["fi"] = ["issa", "ista", "iin", "ien", "den", "jen", "ssa", "sta", "lla", "lta", "lle", "ina", "en", "in", "ia", "ja", "t", "n", "a"],
        ["hu"] = ["okat", "eket", "akat", "ban", "ben", "nak", "nek", "ok", "ek", "ak", "at", "et", "ot", "t", "k"],
        ["tr"] = ["larin", "lerin", "lari", "leri", "lar", "ler", "nin", "in", "un", "da", "de", "i", "u"],
        ["id"] = ["nya"],
    };

    static WordForms()
    {
        Endings["no"] = Endings["nn"] = Endings["nb"];
        Endings["uk"] = Endings["be"] = Endings["ru"];
        Endings["sk"] = Endings["cs"];
        Endings["bg"] = Endings["mk"] = ["овете", "ите", "ове", "та", "то", "ът", "ят", "и", "а", "я", "е", "о"];
        Endings["hr"] = Endings["sl"] = ["ima", "ama", "ovi", "evi", "om", "em", "a", "e", "i", "u", "o"];
        Endings["sr"] = ["има", "ама", "ови", "еви", "ом", "ем", "а", "е", "и", "у", "о"];
        Endings["el"] = ["ους", "ων", "ες", "ος", "ου", "οι", "ας", "ης", "α", "η", "ο", "ι", "ς"];
        Endings["lt"] = ["iai", "ius", "ai", "as", "is", "us", "os", "es", "a", "e", "o", "u", "i"];
        Endings["lv"] = ["iem", "ies", "am", "as", "es", "us", "is", "i", "s", "a", "e", "u"];
        Endings["et"] = ["ide", "id", "ed", "ad", "de", "te", "d", "t", "e", "i", "a", "u"];
    }

    // Where an accent makes another word (Blut, Blüte; mer, mère). Elsewhere it comes and goes with the ending (volcán, volcanes).
    private static readonly HashSet<string> AccentsCount = new(["de", "fr", "sv", "da", "nb", "fi", "et", "hu", "tr"], StringComparer.Ordinal);

    /// <summary>Lower case, compatibility forms folded, signs turned into single spaces; Latin, Greek and Cyrillic accents dropped
    /// where they don't make another word.</summary>
    public static string Fold(string text, string language) => Fold(text, AccentsCount.Contains(language));

    /// <summary>A folded word without accents: what "Bäume" is the plural of.</summary>
    public static string WithoutAccents(string folded) => Fold(folded, keepAccents: false);

    private static string Fold(string text, bool keepAccents)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (c is '\'' or '’' or '\u00AD') continue;
            if (c is >= '\u0300' and <= '\u036F')
            {
                if (keepAccents) folded.Append(c);
            }
            else if (c == 'ß') folded.Append("ss");
            else if (c == 'ø') folded.Append('o');
            else if (c == 'ł') folded.Append('l');
            else if (c == 'ı') folded.Append('i');
            else if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A folded word without its ending; every word of a phrase is stripped.</summary>
    public static string Stem(string folded, string language) =>
        folded.Contains(' ', StringComparison.Ordinal) ? string.Join(' ', folded.Split(' ').Select(w => StemWord(w, language))) : StemWord(folded, language);

    /// <summary>What a folded word may be an inflected form of, likeliest first: itself without each ending that it has.</summary>
    public static IEnumerable<string> Bases(string folded, string language)
    {
        if (folded.Contains(' ', StringComparison.Ordinal) || language == "en") yield break;
        foreach (var ending in Endings.GetValueOrDefault(language, []).Reverse())
        {
            if (folded.Length - ending.Length >= MinStem && folded.EndsWith(ending, StringComparison.Ordinal)) yield return folded[..^ending.Length];
        }
    }

    private static string StemWord(string word, string language)
    {
        if (language == "en") return EnglishSingular(word);
        if (language is "ar" or "fa" && word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4) return word[2..];
        foreach (var ending in Endings.GetValueOrDefault(language, []))
        {
            if (word.Length - ending.Length >= MinStem && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }
        return word;
    }

    private static string EnglishSingular(string word)
    {
        if (IrregularEnglish.TryGetValue(word, out var singular)) return singular;
        if (word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal)) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        return word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("oes", StringComparison.Ordinal) && word is not ("shoes" or "toes" or "hoes") ? word[..^2] : word[..^1];
    }
}
