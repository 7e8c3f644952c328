using Reelsmith.Contracts;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Storyboards;

/// <summary>The lines of an ending, in the film's language.</summary>
internal static class Credits
{
    private const string Pictures = "Fluent Emoji (MIT)";

    /// <param name="title">The text's own title, or null.</param>
    public static IReadOnlyList<Credit> ForText(string? title, string language)
    {
        var words = Of(language);
        return [new Credit(words.Text, title ?? words.GivenText), new Credit(words.Pictures, Pictures), new Credit(words.Voice, words.SyntheticVoice)];
    }

    public static IReadOnlyList<Credit> ForSources(IReadOnlyList<Source> sources, string language)
    {
        var words = Of(language);
        return [.. sources.Select(s => s.Name).Distinct(StringComparer.Ordinal).Select(name => new Credit(words.Facts, name)), new Credit(words.Pictures, Pictures), new Credit(words.Voice, words.SyntheticVoice)];
    }

    private static (string Facts, string Text, string GivenText, string Pictures, string Voice, string SyntheticVoice) Of(string language) => SpokenLanguage.Primary(language) switch
    {
        "zh" when language.Contains("Hant", StringComparison.OrdinalIgnoreCase) => ("資料", "文字", "使用者提供的文字", "圖片", "語音", "合成語音"),
        "zh" => ("资料", "文本", "用户提供的文本", "图片", "语音", "合成语音"),
        "ja" => ("資料", "文章", "提供された文章", "イラスト", "音声", "合成音声"),
        "ko" => ("자료", "글", "제공된 글", "그림", "음성", "합성 음성"),
        "de" => ("Fakten", "Text", "Der gegebene Text", "Bilder", "Stimme", "Synthetische Stimme"),
        "fr" => ("Faits", "Texte", "Le texte fourni", "Images", "Voix", "Voix de synthèse"),
        "es" => ("Datos", "Texto", "El texto dado", "Imágenes", "Voz", "Voz sintética"),
        "it" => ("Fatti", "Testo", "Il testo fornito", "Immagini", "Voce", "Voce sintetica"),
        "pt" => ("Fatos", "Texto", "O texto fornecido", "Imagens", "Voz", "Voz sintética"),
        "nl" => ("Feiten", "Tekst", "De gegeven tekst", "Beelden", "Stem", "Synthetische stem"),
        "sv" => ("Fakta", "Text", "Den givna texten", "Bilder", "Röst", "Syntetisk röst"),
        "pl" => ("Fakty", "Tekst", "Podany tekst", "Obrazy", "Głos", "Głos syntetyczny"),
        "tr" => ("Bilgiler", "Metin", "Verilen metin", "Görseller", "Ses", "Yapay ses"),
        "ru" => ("Факты", "Текст", "Предоставленный текст", "Картинки", "Голос", "Синтезированный голос"),
        "uk" => ("Факти", "Текст", "Наданий текст", "Малюнки", "Голос", "Синтезований голос"),
        "ar" => ("الحقائق", "النص", "النص المقدم", "الصور", "الصوت", "صوت اصطناعي"),
        "fa" => ("داده‌ها", "متن", "متن داده‌شده", "تصاویر", "صدا", "صدای ساختگی"),
        _ => ("Facts", "Text", "The text given", "Pictures", "Voice", "Synthetic voice"),
    };
}
