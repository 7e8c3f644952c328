using System.Collections.Frozen;

namespace Reelsmith.Composer.Captions;

/// <summary>ISO 639-2/T codes, which MP4 tags its tracks with, of BCP 47 tags.</summary>
internal static class LanguageTags
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["af"] = "afr", ["am"] = "amh", ["ar"] = "ara", ["az"] = "aze", ["be"] = "bel", ["bg"] = "bul", ["bn"] = "ben", ["bs"] = "bos", ["ca"] = "cat",
        ["cs"] = "ces", ["cy"] = "cym", ["da"] = "dan", ["de"] = "deu", ["el"] = "ell", ["en"] = "eng", ["eo"] = "epo", ["es"] = "spa", ["et"] = "est",
        ["eu"] = "eus", ["fa"] = "fas", ["fi"] = "fin", ["fr"] = "fra", ["ga"] = "gle", ["gl"] = "glg", ["gu"] = "guj", ["he"] = "heb", ["hi"] = "hin",
        ["hr"] = "hrv", ["hu"] = "hun", ["hy"] = "hye", ["id"] = "ind", ["is"] = "isl", ["it"] = "ita", ["ja"] = "jpn", ["ka"] = "kat", ["kk"] = "kaz",
        ["kn"] = "kan", ["ko"] = "kor", ["la"] = "lat", ["lt"] = "lit", ["lv"] = "lav", ["mk"] = "mkd", ["ml"] = "mal", ["mn"] = "mon", ["mr"] = "mar",
        ["ms"] = "msa", ["my"] = "mya", ["nb"] = "nob", ["ne"] = "nep", ["nl"] = "nld", ["nn"] = "nno", ["no"] = "nor", ["pa"] = "pan", ["pl"] = "pol",
        ["pt"] = "por", ["ro"] = "ron", ["ru"] = "rus", ["si"] = "sin", ["sk"] = "slk", ["sl"] = "slv", ["sq"] = "sqi", ["sr"] = "srp", ["sv"] = "swe",
        ["sw"] = "swa", ["ta"] = "tam", ["te"] = "tel", ["th"] = "tha", ["tl"] = "tgl", ["tr"] = "tur", ["uk"] = "ukr", ["ur"] = "urd", ["uz"] = "uzb",
        ["vi"] = "vie", ["zh"] = "zho", ["cmn"] = "zho", ["yue"] = "zho", ["zu"] = "zul",
    }.ToFrozenDictionary();

    /// <summary>"und" when the language is not known.</summary>
    public static string Iso6392(string language) => Codes.GetValueOrDefault(language.Split('-', '_')[0].ToLowerInvariant(), "und");
}
