namespace Reelsmith.Script.Languages;

/// <summary>Says what language a text is in: by its script where that is enough, else by common words and letter trigrams.</summary>
internal static class LanguageDetector
{
    private const int SampleLength = 6000;
    private const float WordWeight = 4.5f;

    // Spoken by many or used often: short texts without evidence go to them rather than to their small neighbours.
    private static readonly Dictionary<string, float> s_priors = new(StringComparer.Ordinal)
    {
        ["en"] = 9f,
        ["de"] = 2f,
        ["fr"] = 2f,
        ["es"] = 2.5f,
        ["it"] = 1f,
        ["pt"] = 1.5f,
        ["nl"] = 0.5f,
        ["sv"] = 0.5f,
        ["pl"] = 0.5f,
        ["ru"] = 3f,
        ["uk"] = 1f,
        ["ar"] = 2.5f,
    };

    /// <returns>A BCP 47 tag; "en" when the text has no letters, "und" never.</returns>
    public static string Detect(string text)
    {
        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        var counts = WritingSystems.Count(sample);
        counts[(int)WritingSystem.None] = 0;
        // A Han or kana character says about as much as two or three letters.
        var eastAsian = (counts[(int)WritingSystem.Han] + counts[(int)WritingSystem.Kana]) * 3;
        var best = (WritingSystem)Array.IndexOf(counts, counts.Max());
        if (eastAsian > 0 && eastAsian >= counts[(int)best])
        {
            return counts[(int)WritingSystem.Kana] * 12 >= counts[(int)WritingSystem.Han] && counts[(int)WritingSystem.Kana] > 0 ? "ja" : ChineseVariant.Tag(sample);
        }
        return counts[(int)best] == 0 ? "en" : best switch
        {
            WritingSystem.Hangul => "ko",
            WritingSystem.Hebrew => "he",
            WritingSystem.Devanagari => "hi",
            WritingSystem.Bengali => "bn",
            WritingSystem.Tamil => "ta",
            WritingSystem.Thai => "th",
            WritingSystem.Georgian => "ka",
            WritingSystem.Armenian => "hy",
            _ => ByProfile(sample, best),
        };
    }

    private static string ByProfile(string text, WritingSystem script)
    {
        var words = Words.In(text).Where(w => w.HasLetter).Select(w => w.Lower).ToArray();
        var trigrams = Trigrams.Of(text).ToArray();
        var best = "en";
        var bestScore = float.NegativeInfinity;
        foreach (var profile in LanguageProfiles.All.Where(p => p.Script == script))
        {
            var score = s_priors.GetValueOrDefault(profile.Tag) + OwnLetters(profile.Tag, text);
            foreach (var trigram in trigrams) score += profile.LogProbability(trigram);
            foreach (var word in words) score += profile.CommonWords.GetValueOrDefault(word) * WordWeight;
            if (score <= bestScore) continue;
            bestScore = score;
            best = profile.Tag;
        }
        return best;
    }

    /// <summary>Letters that one language of a script writes and its neighbours do not.</summary>
    private static float OwnLetters(string tag, string text)
    {
        var letters = tag switch
        {
            "uk" => "іїєґ",
            "ru" => "ыэё",
            "sr" => "ђјљњћџ",
            "bg" => "",
            "fa" => "پچژگک",
            "ar" => "ةىي",
            "de" => "ß",
            "es" => "ñ¿¡",
            "pt" => "ãõ",
            "tr" => "ğış",
            "pl" => "łęąśź",
            "cs" => "řěů",
            "hu" => "őű",
            "vi" => "ơưđ",
            "ro" => "țșăţş",
            "hr" => "đ",
            _ => "",
        };
        return letters.Length == 0 ? 0 : Math.Min(12, text.Count(c => letters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) * 2f);
    }
}
