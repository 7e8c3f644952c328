using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>Finds known words in Chinese and Japanese text, where no spaces show them: longest match against the words that pictures are tagged with.</summary>
internal sealed class EastAsianVocabulary
{
    private const int LongestWord = 6;

    private static readonly FrozenDictionary<string, Lazy<EastAsianVocabulary>> s_all = new[] { "zh", "zh-Hant", "ja" }
        .ToFrozenDictionary(tag => tag, tag => new Lazy<EastAsianVocabulary>(() => Load(tag)), StringComparer.Ordinal);

    private readonly FrozenSet<string> _words;

    private EastAsianVocabulary(FrozenSet<string> words) => _words = words;

    /// <summary>The vocabulary of a language, or null.</summary>
    public static EastAsianVocabulary? For(string language) => SpokenLanguage.Primary(language) switch
    {
        "ja" => s_all["ja"].Value,
        "zh" or "yue" => s_all[language.Contains("Hant", StringComparison.OrdinalIgnoreCase) || language.EndsWith("TW", StringComparison.Ordinal) || language.EndsWith("HK", StringComparison.Ordinal) ? "zh-Hant" : "zh"].Value,
        _ => null,
    };

    /// <summary>Known words in order; single characters where no longer word covers them.</summary>
    public IEnumerable<string> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = Math.Min(LongestWord, text.Length - i);
            while (length > 0 && !_words.Contains(text.Substring(i, length))) length--;
            if (length > 0) yield return text.Substring(i, length);
            i += Math.Max(1, length);
        }
    }

    private static EastAsianVocabulary Load(string tag)
    {
        using var reader = new StreamReader(typeof(EastAsianVocabulary).Assembly.GetManifestResourceStream($"Languages.Vocabulary.{tag}.txt")!);
        return new EastAsianVocabulary(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal));
    }
}
