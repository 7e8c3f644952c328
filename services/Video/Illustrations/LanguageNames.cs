namespace Reelsmith.Video.Illustrations;

/// <summary>The names under which a language's annotations may stand, best first; English is the last resort.</summary>
internal static class LanguageNames
{
    public static IEnumerable<string> Of(string language)
    {
        var parts = language.Replace('_', '-').Split('-');
        var first = parts[0].ToLowerInvariant();
        var rest = parts.Skip(1).Select(p => p.ToLowerInvariant()).ToArray();
        if (first is "zh" or "yue" or "cmn")
        {
            if (rest.Contains("hant") || first == "yue" || rest.Any(p => p is "tw" or "hk" or "mo")) yield return "zh-Hant";
            yield return "zh";
        }
        else if (first is "no" or "nn") yield return "nb";
        else if (first is "iw") yield return "he";
        else if (first is "bs") yield return "hr";
        else if (first is "tl") yield return "fil";
        else yield return first;
        yield return "en";
    }
}
