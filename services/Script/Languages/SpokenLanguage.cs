namespace Reelsmith.Script.Languages;

/// <summary>BCP 47 tags, as far as the script stage needs them.</summary>
internal static class SpokenLanguage
{
    /// <summary>"zh" of "zh-Hant-TW".</summary>
    public static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }

    /// <summary>Whether sentences are written without spaces between words.</summary>
    public static bool IsUnspaced(string tag) => Primary(tag) is "zh" or "ja" or "th" or "lo" or "km" or "my" or "yue" or "cmn";

    /// <summary>Chinese or Japanese.</summary>
    public static bool IsEastAsian(string tag) => Primary(tag) is "zh" or "ja" or "yue" or "cmn";
}
