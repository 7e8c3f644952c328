namespace Reelsmith.Script.WordNet;

/// <summary>Finds out what the clauses of a noun's gloss are, and gives noun phrases the article that glosses leave out.</summary>
internal sealed class ClauseReader(WordNetDatabase database, NounUsage usage)
{
    /// <summary>The clauses of a noun's definition, in order.</summary>
    public IReadOnlyList<Clause> Read(Synset synset)
    {
        var texts = GlossText.Clauses(synset.Definition);
        return [.. texts.Select((text, i) => Read(text, synset, first: i == 0))];
    }

    private Clause Read(string text, Synset synset, bool first)
    {
        var words = text.Split(' ');
        if (!first && IsSentence(words, synset)) return new Clause(text, ClauseKind.Sentence, false, text);
        if (FunctionWords.Determiners.Contains(words[0].TrimEnd(',')))
        {
            return words.Length > 1 && FunctionWords.Prepositions.Contains(words[1]) && words[0] is "one" or "another" && words[1] != "of"
                ? new Clause(text, ClauseKind.Other, false, text)
                : NounPhrase(text, words, synset);
        }
        var adverbs = words.TakeWhile(w => FunctionWords.Frequencies.Contains(w) || IsAdverbOnly(w)).Count();
        if (adverbs == words.Length) return new Clause(text, ClauseKind.Other, false, text);
        if (adverbs > 0 && FunctionWords.Determiners.Contains(words[adverbs])) return new Clause(text, ClauseKind.NounPhrase, false, text);
        return Headed(text, words, adverbs, synset, first);
    }

    private Clause Headed(string text, string[] words, int adverbs, Synset synset, bool first)
    {
        var other = new Clause(text, ClauseKind.Other, false, text);
        var head = words[adverbs].TrimEnd(',');
        if (FunctionWords.Prepositions.Contains(head) || FunctionWords.Relatives.Contains(head) || FunctionWords.Conjunctions.Contains(head)
            || head is "today" or "later" or "here" or "also" or "not") return other;
        if (FunctionWords.Auxiliaries.Contains(head)) return first || head is not ("is" or "has" or "can" or "may" or "was") ? other : other with { Kind = ClauseKind.Action };
        if (!first)
        {
            var next = adverbs + 1 < words.Length ? words[adverbs + 1].TrimEnd(',') : "";
            var endsHere = next.Length == 0 || words[adverbs].EndsWith(',') || FunctionWords.Prepositions.Contains(next) || FunctionWords.Conjunctions.Contains(next)
                || FunctionWords.Determiners.Contains(next) || IsAdverbOnly(next) || database.Lists(next, PartOfSpeech.Adverb);
            if (endsHere && IsParticiple(head)) return other with { Kind = ClauseKind.Description };
            if (endsHere && head.EndsWith('s') && database.BaseFormOfInflected(head, PartOfSpeech.Verb) is not null && !FunctionWords.Conjunctions.Contains(next))
            {
                return other with { Kind = ClauseKind.Action };
            }
            if (Ongoing(words, adverbs) is { } action) return new Clause(action, ClauseKind.Action, false, text);
        }
        if (HeadOf(words, synset) is not null) return NounPhrase(text, words, synset);
        return database.Lists(head, PartOfSpeech.Adjective) || IsParticiple(head) ? other with { Kind = ClauseKind.Description } : other;
    }

    // "having webbed feet" becomes "has webbed feet".
    private string? Ongoing(string[] words, int adverbs)
    {
        var head = words[adverbs];
        if (!head.EndsWith("ing", StringComparison.Ordinal) || database.IsNoun(head) || database.BaseFormOfInflected(head, PartOfSpeech.Verb) is not { } verb) return null;
        return string.Join(' ', [.. words[..adverbs], EnglishVerbs.ThirdPerson(verb), .. words[(adverbs + 1)..]]);
    }

    // A clause that begins with the word itself, or has its own verb before any relative clause.
    private static bool IsSentence(string[] words, Synset synset)
    {
        if (words[0] is "its" or "their" or "his" or "her") return true;
        if (char.IsUpper(words[0][0]) && words.Length > 3 && synset.Words.Any(w => w.Text.EndsWith(words[0], StringComparison.Ordinal))) return true;
        for (var i = 1; i < words.Length; i++)
        {
            var word = words[i].TrimEnd(',');
            if (FunctionWords.Relatives.Contains(word)) return false;
            if (word is "is" or "are" or "was" or "were" or "has" or "have" && !FunctionWords.Frequencies.Contains(words[0])) return true;
            if (words[i].EndsWith(',')) break;
        }
        return false;
    }

    private Clause NounPhrase(string text, string[] words, Synset synset)
    {
        var head = HeadOf(words, synset);
        var first = words[0];
        if (FunctionWords.Determiners.Contains(first))
        {
            var several = head is { } at && IsPlural(words[at].TrimEnd(',')) && first is not ("a" or "an" or "any" or "each" or "every" or "one" or "another" or "either" or "both");
            return new Clause(text, ClauseKind.NounPhrase, several, text);
        }
        var plural = head is { } h && IsPlural(words[h].TrimEnd(','));
        if (IsSuperlative(words) || words[0] == "capital") return new Clause($"the {text}", ClauseKind.NounPhrase, plural, text);
        if (plural || head is null) return new Clause(text, ClauseKind.NounPhrase, plural, text);
        var noun = words[head.Value].TrimEnd(',').ToLowerInvariant();
        if (usage.IsMass(noun, HypernymNamed(noun, synset) ?? synset))
        {
            var followedByOf = head.Value + 1 < words.Length && words[head.Value + 1] == "of";
            return new Clause(followedByOf && head.Value == 0 ? $"the {text}" : text, ClauseKind.NounPhrase, false, text);
        }
        return new Clause(EnglishNouns.WithIndefiniteArticle(text), ClauseKind.NounPhrase, false, text);
    }

    /// <summary>The index of the noun that a phrase is about: the last one before what follows it.</summary>
    internal int? HeadOf(string[] words, Synset synset)
    {
        if (FunctionWords.Prepositions.Contains(words[0]) || FunctionWords.Relatives.Contains(words[0])) return null;
        var end = EndOfFront(words);
        for (var i = end - 1; i >= 0; i--)
        {
            var word = words[i].TrimEnd(',').ToLowerInvariant();
            if (!FunctionWords.Determiners.Contains(word) && HypernymNamed(word, synset) is not null) return i;
        }
        for (var i = end - 1; i >= 0; i--)
        {
            var word = words[i].TrimEnd(',').ToLowerInvariant();
            if (FunctionWords.IsFunctionWord(word) || !database.IsNoun(word)) continue;
            if (i > 0 && (IsParticiple(word) || word.EndsWith("ing", StringComparison.Ordinal)) && database.IsNoun(words[i - 1].TrimEnd(','))) continue;
            return i;
        }
        return null;
    }

    private int EndOfFront(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd(',').ToLowerInvariant();
            if (i > 0 && FunctionWords.EndsNounPhrase(word)) return i;
            if (words[i].EndsWith(',') && database.IsNoun(word) && !database.Lists(word, PartOfSpeech.Adjective)) return i + 1;
        }
        return words.Length;
    }

    private Synset? HypernymNamed(string word, Synset synset)
    {
        var singular = IsPlural(word) ? database.BaseFormOfInflected(word, PartOfSpeech.Noun)! : word;
        return database.Hypernyms(synset).Take(8).FirstOrDefault(h => h.Words.Any(w =>
            w.Text.Equals(singular, StringComparison.OrdinalIgnoreCase) || w.Text.EndsWith($" {singular}", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether a noun stands in the plural.</summary>
    public bool IsPlural(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.EndsWith("ss", StringComparison.Ordinal) || lower.EndsWith("ics", StringComparison.Ordinal)
            || lower is "series" or "species" or "gas" or "lens" or "news" or "means" or "bus" or "is") return false;
        return database.BaseFormOfInflected(lower, PartOfSpeech.Noun) is { } singular && singular != lower
            && (!database.Lists(lower, PartOfSpeech.Noun) || database.Senses(singular, PartOfSpeech.Noun).Count >= database.Senses(lower, PartOfSpeech.Noun).Count);
    }

    private bool IsAdverbOnly(string word) =>
        word.EndsWith("ly", StringComparison.Ordinal) && database.Lists(word, PartOfSpeech.Adverb) && !database.IsNoun(word) && !database.Lists(word, PartOfSpeech.Adjective);

    private bool IsParticiple(string word) =>
        FunctionWords.IrregularParticiples.Contains(word)
        || (word.EndsWith("ed", StringComparison.Ordinal) && database.BaseFormOfInflected(word, PartOfSpeech.Verb) is not null);

    private bool IsSuperlative(string[] words) =>
        words[0].Equals("most", StringComparison.OrdinalIgnoreCase)
        || (words[0].EndsWith("est", StringComparison.OrdinalIgnoreCase) && database.BaseFormOfInflected(words[0], PartOfSpeech.Adjective) is not null
            && !database.Lists(words[0], PartOfSpeech.Noun));
}
