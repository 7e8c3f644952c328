namespace Reelsmith.Speech.Voices;

/// <summary>BCP 47 tags as far as choosing a voice needs them.</summary>
internal static class LanguageTag
{
    // macrolanguages, retired codes and individual languages that voices are listed under by another code
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["cmn"] = "zh",
        ["no"] = "nb",
        ["nn"] = "nb",
        ["iw"] = "he",
        ["in"] = "id",
        ["arb"] = "ar",
        ["ekk"] = "et",
        ["lvs"] = "lv",
        ["pes"] = "fa",
        ["swh"] = "sw",
        ["zsm"] = "ms",
        ["npi"] = "ne",
        ["fil"] = "tl",
        ["mo"] = "ro",
        ["hbs"] = "sr",
        ["sh"] = "sr",
    };

    /// <summary>The language without region and script, lower case; "" when the tag says nothing.</summary>
    public static string Primary(string tag)
    {
        var primary = tag.Trim().Split('-', '_')[0].ToLowerInvariant();
        if (primary is "und" or "mul") return "";
        if (primary == "zh" && tag.Contains("yue", StringComparison.OrdinalIgnoreCase)) return "yue";
        return Same.GetValueOrDefault(primary, primary);
    }
}
