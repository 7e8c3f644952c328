using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;

namespace Reelsmith.Script.Pictures;

/// <summary>Picks the nouns of a scene that a picture may show, best first.</summary>
internal sealed class KeywordPicker(string language, Terms terms, Salience salience, EnglishLexicon lexicon)
{
    private const int MostKeywords = 6;
    private const int MostSubjects = 2;
    private const int LongestKeyword = 40;

    // Which words a picture may show is not known without a dictionary: more of them are named.
    private const int MostGuesses = 14;

    private const double LeastPicturable = 0.25;

    private readonly bool _english = SpokenLanguage.Primary(language) == "en";
    private readonly bool _eastAsian = SpokenLanguage.IsUnspaced(language);
    private readonly EastAsianVocabulary? _vocabulary = EastAsianVocabulary.For(language);
    private IReadOnlyList<string> _subjects = [];

    /// <summary>Finds the subjects of the whole film, which every scene may show when it has nothing better.</summary>
    public void Read(IEnumerable<string> sentences) => _subjects = [.. Ranked(string.Join('\n', sentences), byCount: true).Take(MostSubjects)];

    /// <param name="text">Narration, or a part of it.</param>
    /// <param name="headline">Its nouns come first; null when there is none.</param>
    public IReadOnlyList<string> Pick(string text, string? headline)
    {
        var most = _english ? MostKeywords : MostGuesses;
        return [.. (headline is null ? [] : Ranked(headline, byCount: false).Take(3)).Concat(Ranked(text, byCount: false)).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)
            .Concat(_subjects).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>For an item of a list: only what the item itself names.</summary>
    public IReadOnlyList<string> PickOwn(string text) => [.. Ranked(text, byCount: false).Take(4)];

    private IEnumerable<string> Ranked(string text, bool byCount) =>
        (_eastAsian ? EastAsianWords(text) : _english ? EnglishNouns(text) : OtherWords(text))
            .Where(w => w.Keyword.Length <= LongestKeyword)
            .GroupBy(w => w.Keyword, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, Score: g.Max(w => w.Score) * (byCount ? Math.Log(1 + g.Count()) : 1 + (0.2 * Math.Min(2, g.Count() - 1)))))
            .OrderByDescending(g => g.Score)
            .Select(g => g.Key);

    private IEnumerable<(string Keyword, double Score)> EnglishNouns(string text)
    {
        var words = Words.In(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!terms.IsContent(words[i])) continue;
            if (i + 1 < words.Count && words[i + 1].Start == words[i].End + 1 && terms.IsContent(words[i + 1]) && lexicon.HasDictionary
                && lexicon.NounBase($"{words[i].Lower} {words[i + 1].Lower}") is { } pair)
            {
                yield return (pair, 1.2 * (0.5 + salience.Of(words[i + 1])) * lexicon.Picturability(pair));
            }
            if (lexicon.NounBase(words[i].Lower) is not { } noun) continue;
            var weight = lexicon.Picturability(noun);
            if (weight < LeastPicturable || (words[i].IsCapitalised && i > 0 && !StartsSentence(text, words[i]) && weight < 0.5)) continue;
            yield return (noun, weight * (0.5 + salience.Of(words[i])) * (0.6 + (0.4 * salience.Rarity(words[i]))));
        }
    }

    private static bool StartsSentence(string text, Word word)
    {
        var i = word.Start - 1;
        while (i >= 0 && !char.IsLetterOrDigit(text[i]) && text[i] is not ('.' or '!' or '?')) i--;
        return i < 0 || !char.IsLetterOrDigit(text[i]);
    }

    private IEnumerable<(string Keyword, double Score)> OtherWords(string text)
    {
        var nounsAreCapitalised = SpokenLanguage.Primary(language) == "de";
        foreach (var word in Words.In(text).Where(terms.IsContent))
        {
            var capital = nounsAreCapitalised ? (word.IsCapitalised ? 1.5 : 0.5) : 1;
            yield return (nounsAreCapitalised && word.IsCapitalised ? word.Text : word.Lower, (0.4 + salience.Of(word)) * capital * Math.Min(1.2, 0.5 + (word.Text.Length / 12.0)));
        }
    }

    private IEnumerable<(string Keyword, double Score)> EastAsianWords(string text)
    {
        if (_vocabulary is not null)
        {
            // One character alone is mostly a part of a longer word that the vocabulary lacks; said twice, it is a subject.
            foreach (var word in _vocabulary.In(text).Where(w => w.Length > 1 || (terms.IsContent(new Word(w, 0)) && text.Split(w).Length > 2))) yield return (word, (word.Length > 1 ? 2 : 1) + salience.Of(word));
            yield break;
        }
        foreach (var word in Words.In(text).Where(terms.IsContent)) yield return (word.Text, 0.6 + salience.Of(word));
    }
}
