namespace Reelsmith.Script.Languages;

/// <summary>Estimates how long a text takes to say, before any voice has said it. Calibrated on Festival's HTS voice for English and on espeak-ng elsewhere.</summary>
internal static class SpeechPace
{
    /// <summary>What a scene adds to its narration: silence before and after it.</summary>
    public const double SceneOverheadSeconds = 1.3;

    private const double CommaSeconds = 0.2;
    private const double StopSeconds = 0.3;

    // Per letter, or per character where words are not spaced.
    private static double SecondsPerLetter(string language) => SpokenLanguage.Primary(language) switch
    {
        "en" => 0.073,
        "de" or "nl" => 0.064,
        "fr" => 0.056,
        "ru" or "uk" or "bg" or "sr" => 0.058,
        "ar" or "fa" or "ur" or "he" => 0.093,
        "pl" or "tr" or "sv" or "da" or "nb" or "fi" => 0.071,
        "ko" => 0.165,
        "hi" or "bn" or "ta" => 0.082,
        "th" => 0.1,
        _ => 0.066,
    };

    public static double Seconds(string text, string language)
    {
        var perLetter = SecondsPerLetter(language);
        var seconds = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            seconds += WritingSystems.Of(c) switch
            {
                WritingSystem.Han => 0.24,
                WritingSystem.Kana => 0.14,
                _ when char.IsLetter(c) => perLetter,
                _ when char.IsDigit(c) => 0.3,
                _ => c switch
                {
                    '%' or '$' or '€' or '£' or '&' => 0.4,
                    ',' or ';' or ':' or '—' or '，' or '、' or '；' or '：' or '،' when i + 1 == text.Length || !char.IsDigit(text[i + 1]) => CommaSeconds,
                    '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '…' when i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]) => StopSeconds,
                    _ => 0,
                },
            };
        }
        return seconds;
    }
}
