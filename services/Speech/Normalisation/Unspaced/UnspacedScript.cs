namespace Reelsmith.Speech.Normalisation.Unspaced;

/// <summary>A language written without spaces between words.</summary>
/// <param name="Locale">For the word breaker.</param>
/// <param name="ChineseNumbers">Whether numbers are read by the rules of Chinese.</param>
/// <param name="Fallback">Characters to a word when no word breaker is installed.</param>
internal sealed record UnspacedScript(string Locale, bool ChineseNumbers, int Fallback)
{
    public static UnspacedScript? Of(string primaryLanguage) => primaryLanguage switch
    {
        "zh" or "yue" or "hak" => new UnspacedScript("zh", true, 2),
        "ja" => new UnspacedScript("ja", false, 2),
        "th" or "lo" or "km" or "my" or "shn" => new UnspacedScript(primaryLanguage, false, 4),
        _ => null,
    };
}
