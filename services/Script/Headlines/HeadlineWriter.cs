using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Headlines;

/// <summary>Chooses the phrase of a scene's sentences that says most in the fewest words, and shows it as a headline. Nothing is added to the text.</summary>
internal sealed class HeadlineWriter(string language, Terms terms, Salience salience, EnglishLexicon lexicon, string? filmTitle)
{
    private const int LongHeadlineWords = 6;

    private readonly PhraseFinder _phrases = new(language, terms, lexicon);
    private readonly EastAsianHeadlines _eastAsian = new(terms, salience, EastAsianVocabulary.For(language));
    private readonly bool _unspaced = SpokenLanguage.IsUnspaced(language);
    private readonly bool _english = SpokenLanguage.Primary(language) == "en";
    private readonly HashSet<string> _titleTerms = filmTitle is null ? [] : [.. terms.In(filmTitle)];
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The best headline of some sentences; null when no phrase of theirs can stand by itself.</summary>
    public Headline? Best(IReadOnlyList<string> sentences)
    {
        if (_unspaced) return _eastAsian.Best(sentences, _used);
        var ranked = sentences
            .SelectMany((sentence, i) => _phrases.In(sentence).Select(p => (Phrase: p, Score: Score(p) - (0.15 * i) - (p.Start == 0 ? 0 : 0.1))))
            .OrderByDescending(p => p.Score)
            .ToArray();
        if (ranked.Length == 0) return null;
        var (best, score) = ranked[0];
        var text = Show(best.Text);
        var shorter = Words.In(best.Text).Count <= LongHeadlineWords ? null
            : ranked.Select(r => r.Phrase).FirstOrDefault(p => p != best && Words.In(p.Text).Count is >= 1 and <= 4 && best.Text.Contains(p.Text, StringComparison.Ordinal)) is { } within ? Show(within.Text) : null;
        _used.Add(text);
        return new Headline(text, shorter, Emphasis(text), best.Text, best.Kind, score);
    }

    /// <summary>A headline from a given line: a heading, a title.</summary>
    public Headline Given(string line) => new(line, null, _unspaced ? _eastAsian.Emphasis(line) : Emphasis(line), line, PhraseKind.Sentence, 3);

    /// <summary>The word or two of a headline that carry it.</summary>
    public IReadOnlyList<string> Emphasis(string headline)
    {
        if (_unspaced) return _eastAsian.Emphasis(headline);
        var words = Words.In(headline);
        if (words.Count < 2) return words.Count == 1 ? [words[0].Text] : [];
        var best = words.Select((word, i) => (word, Value: EmphasisValue(word, i, words.Count))).Where(w => w.Value > 0).OrderByDescending(w => w.Value).FirstOrDefault();
        if (best.word.Text is null) return [];
        // A name of two words is emphasised whole.
        var place = words.FindIndex(w => w.Start == best.word.Start);
        if (place > 0 && words[place].IsCapitalised && place + 1 < words.Count && words[place + 1].IsCapitalised && headline[words[place].End..words[place + 1].Start] == " " && _english && words.Count > 3)
        {
            return [headline[words[place].Start..words[place + 1].End]];
        }
        return [best.word.Text];
    }

    private double EmphasisValue(Word word, int i, int count)
    {
        var rarity = salience.Rarity(word);
        if (rarity <= 0) return 0;
        var noun = !_english ? 0.35 : lexicon.NounBase(word.Lower) is { } lemma ? 0.15 + (0.5 * lexicon.Picturability(lemma)) : lexicon.IsAdjective(word.Lower) ? 0.25 : lexicon.IsAdverb(word.Lower) ? -0.2 : 0;
        return rarity + (0.5 * salience.Of(word)) + noun + (i == count - 1 ? 0.15 : 0) - (_titleTerms.Contains(terms.Normal(word.Lower)) ? 0.3 : 0);
    }

    private double Score(Phrase phrase)
    {
        var words = Words.In(phrase.Text);
        var score = phrase.Kind switch
        {
            PhraseKind.Sentence => 3.0,
            PhraseKind.Clause => 2.5,
            PhraseKind.Part => 2.1,
            _ => 1.3,
        };
        var content = words.Where(terms.IsContent).Select(w => terms.Normal(w.Lower)).Distinct(StringComparer.Ordinal).ToArray();
        score += Math.Min(1.6, content.Sum(salience.Of) * 0.45);
        score += words.Select(salience.Rarity).DefaultIfEmpty(0).Max() * 0.5;
        score -= Math.Abs(words.Count - 4.5) * 0.12;
        if (_english && phrase.Kind == PhraseKind.NounPhrase) score += (words.Where(terms.IsContent).Select(w => lexicon.NounBase(w.Lower) is { } noun ? lexicon.Picturability(noun) : 0.3).DefaultIfEmpty(0).Max() - 0.45) * 0.9;
        if (content.Length == 0) score -= 3;
        if (content.Length == 1 && words.Count <= 2) score -= phrase.Kind == PhraseKind.NounPhrase && !words[^1].IsCapitalised ? 0.9 : 0.5;
        if (content.All(_titleTerms.Contains)) score -= 0.8;
        score -= Opening(words[0].Lower, words);
        if (_used.Contains(Show(phrase.Text))) score -= 3;
        return score;
    }

    private double Opening(string first, List<Word> words)
    {
        if (!_english) return terms.IsStopWord(first) && first.Length > 3 ? 0.2 : 0;
        if (first is "i" or "we" or "you" or "my") return 0.1;
        if (first is "it" or "this" or "that" or "these" or "those" or "they" or "them" or "its" or "their") return 1.0;
        if (EnglishWords.Pronouns.Contains(first) && first is not "his" and not "her") return 0.7;
        if (first is "there" or "here") return 0.4;
        if (EnglishWords.Prepositions.Contains(first)) return 1.4;
        if (words.Any(w => w.Lower is "said" or "replied" or "asked" or "cried")) return 0.8;
        return 0;
    }

    private static string Show(string phrase)
    {
        var text = phrase.Trim().Trim(',', ';', ':', '.', '…', '—', '–', '-', '"', '“', '”', '(', ')', '«', '»', '„').Trim();
        return text.Length > 0 && char.IsLower(text[0]) ? char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..] : text;
    }
}
