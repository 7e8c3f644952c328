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
        var start = words[0].TrimEnd(',');
        if (FunctionWords.Determiners.Contains(start)) return NounPhrase(text, text, words, synset);
        var adverbs = words.TakeWhile(w => FunctionWords.Frequencies.Contains(w) || (w.EndsWith("ly", StringComparison.Ordinal) && database.Lists(w, PartOfSpeech.Adverb))).Count();
        if (adverbs == words.Length) return new Clause(text, ClauseKind.Other, false, text);
        var head = words[adverbs].TrimEnd(',');
        if (FunctionWords.Prepositions.Contains(head) || FunctionWords.Relatives.Contains(head) || FunctionWords.Conjunctions.Contains(head))
        {
            return new Clause(text, ClauseKind.Other, false, text);
        }
        if (FunctionWords.Auxiliaries.Contains(head)) return new Clause(text, head is "is" or "has" or "can" or "may" or "was" ? ClauseKind.Action : ClauseKind.Other, false, text);
        var next = adverbs + 1 < words.Length ? words[adverbs + 1].TrimEnd(',') : "";
        var openEnd = next.Length == 0 || FunctionWords.Prepositions.Contains(next) || FunctionWords.Conjunctions.Contains(next) || FunctionWords.Determiners.Contains(next)
            || words[adverbs].EndsWith(',');
        if (!first && openEnd && IsParticiple(head)) return new Clause(text, ClauseKind.Description, false, text);
        if (!first && openEnd && head.EndsWith('s') && database.BaseFormOfInflected(head, PartOfSpeech.Verb) is not null && !FunctionWords.Conjunctions.Contains(next))
        {
            return new Clause(text, ClauseKind.Action, false, text);
        }
        if (!first && head.EndsWith("ing", StringComparison.Ordinal) && database.BaseFormOfInflected(head, PartOfSpeech.Verb) is { } verb && !database.IsNoun(head))
        {
            var rest = string.Join(' ', words[(adverbs + 1)..]);
            var lead = string.Join(' ', words[..adverbs]);
            return new Clause($"{lead} {EnglishVerbs.ThirdPerson(verb)} {rest}".Trim(), ClauseKind.Action, false, text);
        }
        if (HeadOf(words, synset) is null)
        {
            var adjective = database.Lists(head, PartOfSpeech.Adjective) || IsParticiple(head);
            return new Clause(text, adjective ? ClauseKind.Description : ClauseKind.Other, false, text);
        }
        return NounPhrase(text, text, words, synset);
    }

    private Clause NounPhrase(string text, string fragment, string[] words, Synset synset)
    {
        var head = HeadOf(words, synset);
        var first = words[0];
        var plural = head is { } h && IsPlural(words[h].TrimEnd(','))
            && !(FunctionWords.Determiners.Contains(first) && first is "a" or "an" or "any" or "each" or "every" or "one" or "another");
        if (FunctionWords.Determiners.Contains(first)) return new Clause(text, ClauseKind.NounPhrase, plural, fragment);
        if (IsSuperlative(words)) return new Clause($"the {text}", ClauseKind.NounPhrase, plural, fragment);
        if (plural || head is null || char.IsUpper(first[0]) && head == 0) return new Clause(text, ClauseKind.NounPhrase, plural, fragment);
        var noun = words[head.Value].TrimEnd(',').ToLowerInvariant();
        var followedByOf = head.Value + 1 < words.Length && words[head.Value + 1] == "of";
        if (usage.IsMass(noun, HypernymNamed(noun, synset) ?? synset))
        {
            return new Clause(followedByOf && head.Value == 0 ? $"the {text}" : text, ClauseKind.NounPhrase, false, fragment);
        }
        return new Clause(EnglishNouns.WithIndefiniteArticle(text), ClauseKind.NounPhrase, false, fragment);
    }

    /// <summary>The index of the noun that a phrase is about: the last one before what follows it.</summary>
    internal int? HeadOf(string[] words, Synset synset)
    {
        var end = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd(',').ToLowerInvariant();
            if (i > 0 && FunctionWords.EndsNounPhrase(word)) break;
            if (i == 0 && (FunctionWords.Prepositions.Contains(word) || FunctionWords.Relatives.Contains(word))) return null;
            end = i + 1;
            if (words[i].EndsWith(',') && database.IsNoun(word) && !database.Lists(word, PartOfSpeech.Adjective)) break;
        }
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

    private Synset? HypernymNamed(string word, Synset synset)
    {
        var singular = IsPlural(word) ? database.BaseFormOfInflected(word, PartOfSpeech.Noun)! : word;
        return database.Hypernyms(synset).Take(8).FirstOrDefault(h => h.Words.Any(w =>
            w.Text.Equals(singular, StringComparison.OrdinalIgnoreCase) || w.Text.EndsWith($" {singular}", StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsPlural(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.EndsWith("ss", StringComparison.Ordinal) || lower is "series" or "species" or "gas" or "lens" or "news" or "means") return false;
        return database.BaseFormOfInflected(lower, PartOfSpeech.Noun) is { } singular && singular != lower
            && (!database.Lists(lower, PartOfSpeech.Noun) || database.Senses(singular, PartOfSpeech.Noun).Count >= database.Senses(lower, PartOfSpeech.Noun).Count);
    }

    private bool IsParticiple(string word) =>
        word is "cut" or "set" or "found" or "made" or "grown" or "eaten" or "known" or "born" or "worn" or "sung" or "built" or "held" or "kept" or "written"
            or "given" or "taken" or "sold" or "shown" or "drawn" or "thrown" or "driven" or "spoken" or "bred" or "bound" or "lost" or "woven"
        || (word.EndsWith("ed", StringComparison.Ordinal) && database.BaseFormOfInflected(word, PartOfSpeech.Verb) is not null);

    private bool IsSuperlative(string[] words) =>
        words[0].Equals("most", StringComparison.OrdinalIgnoreCase)
        || (words[0].EndsWith("est", StringComparison.OrdinalIgnoreCase) && database.BaseFormOfInflected(words[0], PartOfSpeech.Adjective) is not null
            && !database.Lists(words[0], PartOfSpeech.Noun));
}
