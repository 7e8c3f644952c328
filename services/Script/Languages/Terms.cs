using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>The words of a text that carry content, in a form in which "volcano" and "volcanoes" are one.</summary>
internal sealed class Terms(string language)
{
    private const string EastAsianFunction = "的了是在和与與也就都而及著着或一个個不有這这那你我他她它們们之於于以為为被把从從到对對说說道着过過吧吗嗎呢啊呀很最再又还還只但却卻所其将將很上下中里裡のはがをにでともへやかなるたてしいすれだっりまさくけ";

    private readonly FrozenSet<string> _stopWords = LanguageProfiles.StopWords(language);
    private readonly string _primary = SpokenLanguage.Primary(language);

    /// <summary>Content terms in order, repeated as often as they occur; for Chinese and Japanese pairs of neighbouring content characters.</summary>
    public List<string> In(string text)
    {
        var terms = new List<string>();
        var previous = default(Word);
        foreach (var word in Words.In(text))
        {
            if (WritingSystems.IsEastAsian(word.Text[0]))
            {
                var content = !EastAsianFunction.Contains(word.Text[0], StringComparison.Ordinal);
                if (content && previous.Text is { Length: 1 } before && previous.End == word.Start && WritingSystems.IsEastAsian(before[0])) terms.Add(before + word.Text);
                previous = content ? word : default;
            }
            else if (IsContent(word))
            {
                terms.Add(Normal(word.Lower));
            }
        }
        return terms;
    }

    /// <summary>Whether the word says something by itself.</summary>
    public bool IsContent(Word word)
    {
        if (WritingSystems.IsEastAsian(word.Text[0])) return !EastAsianFunction.Contains(word.Text[0], StringComparison.Ordinal);
        var lower = word.Lower;
        return word.HasLetter && (lower.Length > 2 || word.Text.All(char.IsUpper) && lower.Length == 2) && !IsStopWord(lower);
    }

    public bool IsStopWord(string lower) => _stopWords.Contains(lower) || (_primary == "en" && EnglishWords.IsFunction(lower));

    /// <summary>A form that inflections share, roughly; not a word to be shown.</summary>
    public string Normal(string lower)
    {
        if (lower.EndsWith("'s", StringComparison.Ordinal)) lower = lower[..^2];
        if (_primary == "en") return EnglishWords.Stem(lower);
        // Endings are most of what differs between the forms of longer words in inflecting languages.
        return lower.Length > 7 && _primary is "ru" or "uk" or "pl" or "cs" or "fi" or "hu" or "tr" or "hr" or "sr" or "bg" && lower.Length > 7 ? lower[..^2] : lower.Length > 5 ? lower.TrimEnd('s', 'n', 'e') : lower;
    }
}
