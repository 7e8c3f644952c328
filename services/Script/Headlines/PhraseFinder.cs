using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Headlines;

/// <summary>Finds the phrases of a sentence that a headline may be made of: never cut within a phrase, as far as function words and WordNet show where phrases end.</summary>
internal sealed class PhraseFinder(string language, Terms terms, EnglishLexicon lexicon)
{
    public const int MostWords = 8;
    private const int MostCharacters = 90;

    // Longer than a headline should be, for a sentence that would be spoiled by cutting.
    private const int MostSentenceWords = 9;

    private readonly LinkWords _links = new(language);
    private readonly bool _english = SpokenLanguage.Primary(language) == "en";

    // Where the verb may stand at the end, the beginning of a clause is no clause.
    private readonly bool _verbLast = SpokenLanguage.Primary(language) is "de" or "nl" or "tr" or "hi" or "ko" or "fa";

    public List<Phrase> In(string sentence)
    {
        var words = Words.In(sentence);
        var phrases = new List<Phrase>();
        if (words.Count == 0) return phrases;
        foreach (var (from, to) in Clauses(sentence, words))
        {
            Whole(sentence, words, from, to, phrases);
            Parts(sentence, words, from, to, phrases);
            if (_english) BehindOpening(sentence, words, from, to, phrases);
            NounPhrases(sentence, words, from, to, phrases);
        }
        return phrases;
    }

    /// <summary>Runs of words without punctuation between them.</summary>
    private static List<(int From, int To)> Clauses(string sentence, List<Word> words)
    {
        var clauses = new List<(int, int)>();
        var from = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i < words.Count && sentence.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Trim() is "" or "’" or "'" or "‘" or "%" or "&" or "/" or "$" or "£" or "€" or "/") continue;
            clauses.Add((from, i));
            from = i;
        }
        return clauses;
    }

    private void Whole(string sentence, List<Word> words, int from, int to, List<Phrase> phrases)
    {
        var isSentence = from == 0 && to == words.Count;
        var start = SkipLinks(words, from, to);
        if (to - start < 2 || to - start > (isSentence ? MostSentenceWords : MostWords)) return;
        if (!CanEnd(words, start, to) || !HasContent(words, start, to)) return;
        // "old" of "an old, grey house" is no clause, nor is a mere opening ("In the morning, …").
        if (!isSentence && _english && !HasVerb(words, start, to) && !IsNounPhrase(words, start, to)) return;
        if (!isSentence && IsSubordinate(words, from, start)) return;
        if (!isSentence && _english && !OpensClause(words, start)) return;
        Add(sentence, words, start, to, isSentence ? PhraseKind.Sentence : HasVerb(words, start, to) || !_english ? PhraseKind.Clause : PhraseKind.NounPhrase, phrases);
    }

    private void Parts(string sentence, List<Word> words, int from, int to, List<Phrase> phrases)
    {
        var start = SkipLinks(words, from, to);
        for (var cut = start + 2; cut < to; cut++)
        {
            var lower = words[cut].Lower;
            var conjunction = _links.IsConjunction(lower);
            var preposition = _links.IsPreposition(lower);
            if (!conjunction && !preposition) continue;
            // The beginning of the clause, up to here.
            if (cut - start is >= 2 and <= MostWords && !(_verbLast && !conjunction) && lower is not ("to" or "of" or "de" or "du" or "des" or "del" or "di" or "von" or "van" or "than" or "like")
                && CanEnd(words, start, cut) && HasContent(words, start, cut) && (!_english || (HasVerb(words, start, cut) && !EndsWithVerb(words, start, cut)))
                && !IsSubordinate(words, from, start + 1) && (from == 0 || !_english || OpensClause(words, start)))
            {
                Add(sentence, words, start, cut, PhraseKind.Part, phrases);
            }
            // The end of the clause, from here.
            if (!conjunction || !_english) continue;
            var rest = SkipLinks(words, cut, to);
            if (to - rest is >= 3 and <= MostWords && OpensClause(words, rest) && HasVerb(words, rest + 1, to) && CanEnd(words, rest, to) && HasContent(words, rest, to) && lower is "and" or "but" or "because" or "for" or "so" or "while" or "until" or "when")
            {
                Add(sentence, words, rest, to, PhraseKind.Part, phrases);
            }
        }
    }

    /// <summary>"I did not move a muscle" of "For a whole hour I did not move a muscle".</summary>
    private void BehindOpening(string sentence, List<Word> words, int from, int to, List<Phrase> phrases)
    {
        var start = SkipLinks(words, from, to);
        if (!EnglishWords.Prepositions.Contains(words[start].Lower) || IsSubordinate(words, from, start + 1)) return;
        for (var i = start + 2; i + 3 <= to && i < start + 6; i++)
        {
            if (words[i].Lower is not ("i" or "he" or "she" or "it" or "we" or "they" or "you") || !terms.IsContent(words[i - 1])) continue;
            if (to - i <= MostWords && HasVerb(words, i + 1, to) && CanEnd(words, i, to) && HasContent(words, i, to)) Add(sentence, words, i, to, PhraseKind.Part, phrases);
            return;
        }
    }

    private void NounPhrases(string sentence, List<Word> words, int from, int to, List<Phrase> phrases)
    {
        for (var i = from; i < to; i++)
        {
            if (!IsNominal(words, i, from)) continue;
            var end = i;
            while (end < to && IsNominal(words, end, from)) end++;
            var last = end;
            while (last > i && !IsNounEnd(words[last - 1])) last--;
            if (last > i)
            {
                var start = i;
                while (start > from && IsCount(words[start - 1])) start--;
                if (start == i && i > from && _links.IsArticle(words[i - 1].Lower) && words[i - 1].Lower is not ("that" or "this" or "these" or "those")) start = i - 1;
                if (last - start <= MostWords && (last - i > 1 || words[i].Text.Length > 3)) Add(sentence, words, start, last, PhraseKind.NounPhrase, phrases);
                var joined = JoinedByOf(words, last, to);
                if (joined > last && joined - start <= MostWords) Add(sentence, words, start, joined, PhraseKind.NounPhrase, phrases);
            }
            i = end;
        }
    }

    /// <summary>The end of "… of the Earth's surface" behind a noun, or <paramref name="at"/> itself.</summary>
    private int JoinedByOf(List<Word> words, int at, int to)
    {
        if (at + 1 >= to || words[at].Lower is not ("of" or "de" or "du" or "des" or "del" or "di" or "della" or "da" or "do" or "von" or "van" or "af" or "av")) return at;
        var i = at + 1;
        while (i < to && _links.IsArticle(words[i].Lower)) i++;
        var end = i;
        while (end < to && IsNominal(words, end, i)) end++;
        while (end > i && !IsNounEnd(words[end - 1])) end--;
        return end > i ? end : at;
    }

    private bool IsNominal(List<Word> words, int i, int from)
    {
        var word = words[i];
        var lower = word.Lower;
        if (!word.HasLetter || !terms.IsContent(word) || _links.OpensOnly(lower) || IsCount(word)) return false;
        if (!_english || !lexicon.HasDictionary) return true;
        if (word.IsCapitalised && i > from) return true;
        if (lexicon.IsPlainVerb(lower) && !lexicon.IsNoun(lower) && !(lexicon.IsAdjective(lower) && Follows(words, i, from))) return false;
        return lexicon.IsNoun(lower) || (lexicon.IsAdjective(lower) && !lower.EndsWith("ly", StringComparison.Ordinal));
    }

    /// <summary>A number before what is counted.</summary>
    private static bool IsCount(Word word) => char.IsDigit(word.Text[0]) || word.Lower is "million" or "billion" or "thousand" or "hundred" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten";

    private bool Follows(List<Word> words, int i, int from) => i > from && (_links.IsArticle(words[i - 1].Lower) || _links.IsPreposition(words[i - 1].Lower));

    private bool IsNounEnd(Word word)
    {
        if (SpokenLanguage.Primary(language) == "de") return word.IsCapitalised;
        return !_english || word.IsCapitalised || (lexicon.IsNoun(word.Lower) && !(lexicon.IsAdverb(word.Lower) && !lexicon.HasDictionary));
    }

    private int SkipLinks(List<Word> words, int from, int to)
    {
        while (from < to - 2 && _links.IsConjunction(words[from].Lower) && !(_links.IsArticle(words[from].Lower) && !_english)
            && !(words[from].Lower is "that" or "for" or "as" or "so" or "then" or "still" or "even" or "well" && !_links.IsConjunction(words[from].Lower))) from++;
        return from;
    }

    /// <summary>Whether one of the words from <paramref name="from"/> up to <paramref name="to"/> makes what follows depend on another clause.</summary>
    private static bool IsSubordinate(List<Word> words, int from, int to)
    {
        for (var i = from; i < Math.Max(to, from + 1) && i < words.Count; i++)
        {
            if (words[i].Lower is "because" or "although" or "though" or "while" or "when" or "whenever" or "whereas" or "if" or "unless" or "since" or "that" or "which" or "who" or "whom" or "whose" or "where" or "as" or "until" or "lest" or "whether" or "than"
                or "weil" or "dass" or "daß" or "wenn" or "obwohl" or "ob" or "als" or "qui" or "que" or "dont" or "lorsque" or "porque" or "cuando" or "che" or "который" or "которая" or "которое" or "которые" or "что" or "чтобы" or "если" or "когда") return true;
        }
        return false;
    }

    private bool OpensClause(List<Word> words, int i) => _links.IsArticle(words[i].Lower) || EnglishWords.Pronouns.Contains(words[i].Lower) || (terms.IsContent(words[i]) && (words[i].IsCapitalised || (!lexicon.IsPlainVerb(words[i].Lower) && !words[i].Lower.EndsWith("ing", StringComparison.Ordinal) && lexicon.IsNoun(words[i].Lower))))
        || (lexicon.HasDictionary && lexicon.IsAdjective(words[i].Lower) && !lexicon.IsPlainVerb(words[i].Lower) && !words[i].Lower.EndsWith("ing", StringComparison.Ordinal)) || EnglishWords.Determiners.Contains(words[i].Lower) || IsCount(words[i]);

    private bool HasVerb(List<Word> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var lower = words[i].Lower;
            if (lexicon.IsPlainVerb(lower) && !(i > from && _links.IsArticle(words[i - 1].Lower))) return true;
            // A word that may be a verb, between a noun or pronoun and something else, is taken for one.
            if (i > from && i + 1 <= to && !lower.EndsWith("ing", StringComparison.Ordinal) && lexicon.IsVerb(lower) && !lexicon.IsAdjective(lower)
                && (EnglishWords.Pronouns.Contains(words[i - 1].Lower) || (lexicon.IsNoun(words[i - 1].Lower) && (i + 1 == to || !terms.IsContent(words[i + 1]))))) return true;
        }
        return false;
    }

    private bool EndsWithVerb(List<Word> words, int from, int to)
    {
        var lower = words[to - 1].Lower;
        return EnglishWords.Verbs.Contains(lower) || (to - from == 1 && lexicon.IsVerb(lower));
    }

    private bool IsNounPhrase(List<Word> words, int from, int to)
    {
        var i = from;
        while (i < to && (_links.IsArticle(words[i].Lower) || !words[i].HasLetter)) i++;
        if (i == to || !IsNounEnd(words[to - 1])) return false;
        for (; i < to; i++)
        {
            var lower = words[i].Lower;
            if (!IsNominal(words, i, from) && lower is not ("of" or "the" or "a" or "an" or "and" or "in" or "for" or "with") && words[i].HasLetter) return false;
        }
        return true;
    }

    private bool CanEnd(List<Word> words, int from, int to)
    {
        var last = words[to - 1];
        var lower = last.Lower;
        if (_links.OpensOnly(lower) && !(_english && lower is "so" or "well" or "again" or "about" or "up" or "down")) return false;
        if (!_english) return !terms.IsStopWord(lower) || to - from >= 4;
        if (EnglishWords.Determiners.Contains(lower) || lower is "is" or "are" or "was" or "were" or "be" or "been" or "has" or "had" or "have" or "very" or "not" or "too" or "will" or "would" or "could" or "can" or "should" or "to") return false;
        // An adjective ends a clause only after a form of to be or the like.
        if (lexicon.HasDictionary && !lexicon.IsNoun(lower) && !lexicon.IsVerb(lower) && !lexicon.IsAdverb(lower) && lexicon.IsAdjective(lower))
        {
            return HasVerb(words, from, to - 1) && to - from >= 3 && !_links.IsArticle(words[to - 2].Lower);
        }
        return true;
    }

    private bool HasContent(List<Word> words, int from, int to) => words.Skip(from).Take(to - from).Any(terms.IsContent);

    private static void Add(string sentence, List<Word> words, int from, int to, PhraseKind kind, List<Phrase> phrases)
    {
        var start = words[from].Start;
        if (start > 0 && sentence[start - 1] is '$' or '€' or '£' or '¥' or '-' or '−') start--;
        var end = words[to - 1].End;
        while (end < sentence.Length && (sentence[end] is '%' or '°' || (sentence[end] is '!' or '?' && kind == PhraseKind.Sentence))) end++;
        if (end - start <= MostCharacters) phrases.Add(new Phrase(sentence[start..end], start, kind));
    }
}
