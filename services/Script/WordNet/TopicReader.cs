using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Finds out what a short prompt is about: the subject, what is said or asked of it, and what it is compared with.</summary>
internal sealed partial class TopicReader(WordNetDatabase database)
{
    private const int LongestCollocation = 6;
    private const int MostWords = 16;

    private readonly SenseChooser _senses = new(database);

    /// <summary>The topic; null when WordNet does not know what the prompt is about.</summary>
    public Topic? Read(string prompt)
    {
        var asked = PromptFrame.WithoutRequest(prompt);
        var text = asked.TrimEnd('?', ' ');
        if (text.Length == 0) return null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', '"', '“', '”', ':', ';', '.', '!')).Where(w => w.Length > 0).ToArray();
        if (words.Length is 0 or > MostWords || words.Any(w => w.ToLowerInvariant() is "my" or "your" or "i" or "me")) return null;
        var question = asked.EndsWith('?') || prompt.TrimEnd().EndsWith('?') || AskingWord().IsMatch(words[0]);
        var title = PromptFrame.Title(text, question);
        return Comparison(title, text) ?? Single(title, question, words);
    }

    private Topic? Comparison(string title, string text)
    {
        var match = Difference().Match(text);
        if (!match.Success) match = Versus().Match(text);
        if (!match.Success) return null;
        var first = NounAlone(match.Groups["a"].Value, match.Groups["b"].Value);
        var second = NounAlone(match.Groups["b"].Value, match.Groups["a"].Value);
        if (first is null || second is null || first.Sense.Synset.Id == second.Sense.Synset.Id) return null;
        return new Topic(title, title.EndsWith('?'), first, second, null, null, []);
    }

    private Subject? NounAlone(string text, string context)
    {
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return NounPhrase(words, 0, ContentWords.Stems(context), false) is { } found && found.Next == words.Length ? found.Subject : null;
    }

    private Topic? Single(string title, bool question, string[] words)
    {
        var (rest, frame) = Frame(words);
        var context = ContentWords.Stems(string.Join(' ', words));
        if (rest.Length == 0) return null;
        if (NounPhrase(rest, 0, context, frame == PromptFrameKind.None) is not { } found)
        {
            return rest[0].ToLowerInvariant() is "we" or "people" or "you" or "they" or "humans" or "animals" or "one" or "to" ? Activity(title, question, rest, context) : null;
        }
        var (subject, next) = found;
        var remaining = rest[next..];
        if (!remaining.All(IsKnown)) return null;
        var predicate = Predicate(remaining, frame, subject.Sense.Synset, context);
        var related = Related(predicate.After, context);
        if (related is null) return null;
        if (Generic.IsNoun(subject.Sense.Word)) return null;
        return new Topic(title, question, subject, null, predicate.Sense, predicate.Word, related);
    }

    // "Why do we sleep?": the subject is what is done.
    private Topic? Activity(string title, bool question, string[] rest, IReadOnlySet<string> context)
    {
        var verbs = rest.Skip(1).Where(w => !FunctionWords.IsFunctionWord(w.ToLowerInvariant())).ToArray();
        if (verbs.Length == 0 || !verbs.All(IsKnown)) return null;
        var verb = database.BaseForm(verbs[0], PartOfSpeech.Verb);
        if (verb is null || Generic.IsVerb(verb)) return null;
        var sense = _senses.Verb(verb, null, context);
        if (sense is null) return null;
        var noun = NounOf(sense);
        return noun is null ? null : new Topic(title, question, new Subject(noun.Word, noun, null, false), null, sense, verbs[0], Related(verbs[1..], context) ?? []);
    }

    private Sense? NounOf(Sense verb)
    {
        var nouns = verb.Synset.Pointers.Where(p => p.Relation == Relation.DerivationallyRelated && p.Target.PartOfSpeech == PartOfSpeech.Noun && p.TargetWord > 0)
            .Select(p => (Synset: database.Synset(p.Target), p.TargetWord))
            .Where(p => p.Synset.File is not "noun.person" and not "noun.artifact" && !Unsuitable.Is(p.Synset))
            .Select(p => database.SenseOf(p.Synset, p.Synset.Words[p.TargetWord - 1])).ToList();
        return nouns.Count == 0 ? null : nouns.MaxBy(n => (n.Word == verb.Word ? 10 : 0) + (n.Word.EndsWith("ing", StringComparison.Ordinal) ? 5 : 0) + Math.Min(5, n.TagCount) - n.Number);
    }

    private static (string[] Words, PromptFrameKind Frame) Frame(string[] words)
    {
        var lower = words.Select(w => w.ToLowerInvariant()).ToArray();
        var first = lower[0];
        if (first is "why" or "how" or "when" or "where" or "what" or "who" or "what's" or "who's" or "which")
        {
            if (first is "what's" or "who's") return (words[1..], PromptFrameKind.Is);
            var second = lower.Length > 1 ? lower[1] : "";
            if (first == "what" && second is "causes" or "cause" or "caused" or "makes" or "make" or "made") return (words[2..], PromptFrameKind.Does);
            if (first == "what" && second is "happens" && lower.Length > 3 && lower[2] is "when" or "if" or "during") return (words[3..], PromptFrameKind.Does);
            if (first == "how" && second is "to") return (["to", .. words[2..]], PromptFrameKind.Does);
            if (second is "is" or "are" or "was" or "were") return (words[2..], PromptFrameKind.Is);
            if (second is "do" or "does" or "did" or "can" or "could" or "would" or "should" or "will" or "must" or "might") return (words[2..], PromptFrameKind.Does);
            return (words[1..], first is "what" or "who" ? PromptFrameKind.Is : PromptFrameKind.Does);
        }
        if (first is "is" or "are" or "was" or "were") return (words[1..], PromptFrameKind.Is);
        if (first is "do" or "does" or "did" or "can") return (words[1..], PromptFrameKind.Does);
        return (words, PromptFrameKind.None);
    }

    private (Subject Subject, int Next)? NounPhrase(string[] words, int start, IReadOnlySet<string> context, bool beginsPrompt)
    {
        var i = start;
        string? article = null;
        while (i < words.Length && words[i].ToLowerInvariant() is "the" or "a" or "an" or "some" or "all" or "most" or "our" or "every" or "this" or "these" or "those")
        {
            if (words[i].ToLowerInvariant() is "the" or "a" or "an") article = words[i].ToLowerInvariant();
            i++;
        }
        for (; i < words.Length; i++)
        {
            for (var n = Math.Min(LongestCollocation, words.Length - i); n > 0; n--)
            {
                var written = string.Join(' ', words[i..(i + n)]);
                if (n == 1 && FunctionWords.IsFunctionWord(written.ToLowerInvariant())) break;
                if (Subject(written, article, beginsPrompt && i == start, context) is { } subject) return (subject, i + n);
            }
            // Before the noun there may be adjectives that the collocations do not hold ("happy dogs").
            if (!database.Lists(words[i], PartOfSpeech.Adjective)) return null;
        }
        return null;
    }

    private Subject? Subject(string written, string? article, bool beginsPrompt, IReadOnlySet<string> context)
    {
        if (database.BaseForm(written, PartOfSpeech.Noun) is not { } lemma) return null;
        var singular = database.BaseFormOfInflected(written, PartOfSpeech.Noun);
        var plural = singular is not null && !singular.Equals(written, StringComparison.OrdinalIgnoreCase) && (lemma == singular || database.Senses(singular, PartOfSpeech.Noun)[0].TagCount >= 1);
        var look = plural ? singular! : written;
        var own = ContentWords.Stems(written);
        var others = context.Where(s => !own.Contains(s)).ToHashSet();
        return _senses.Noun(look, beginsPrompt, plural || article is "a" or "an", others) is { } sense ? new Subject(written, sense, article, plural) : null;
    }

    private (Sense? Sense, string? Word, string[] After) Predicate(string[] words, PromptFrameKind frame, Synset subject, IReadOnlySet<string> context)
    {
        if (frame == PromptFrameKind.None) return (null, null, words);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].ToLowerInvariant();
            if (FunctionWords.Prepositions.Contains(word)) break;
            if (FunctionWords.IsFunctionWord(word)) continue;
            var rest = words[(i + 1)..];
            if (frame == PromptFrameKind.Is && database.Lists(word, PartOfSpeech.Adjective))
            {
                return (Generic.IsAdjective(word) ? null : _senses.Adjective(word, subject, context), word, rest);
            }
            if (database.BaseForm(word, PartOfSpeech.Verb) is { } verb)
            {
                return (Generic.IsVerb(verb) ? null : _senses.Verb(verb, subject, context), verb, rest);
            }
            if (!database.Lists(word, PartOfSpeech.Adverb)) break;
        }
        return (null, null, words);
    }

    // The other nouns of the prompt, or null when one of them is a name that WordNet does not have.
    private List<Sense>? Related(string[] words, IReadOnlySet<string> context)
    {
        var found = new List<Sense>();
        for (var i = 0; i < words.Length;)
        {
            var (sense, taken) = RelatedAt(words, i, context);
            if (sense is not null)
            {
                if (char.IsUpper(words[i][0]) && !char.IsUpper(sense.Word[0])) return null;
                if (!Generic.IsNoun(sense.Word)) found.Add(sense);
            }
            i += taken;
        }
        return found;
    }

    private (Sense? Sense, int Taken) RelatedAt(string[] words, int i, IReadOnlySet<string> context)
    {
        if (FunctionWords.IsFunctionWord(words[i].ToLowerInvariant())) return (null, 1);
        for (var n = Math.Min(LongestCollocation, words.Length - i); n > 0; n--)
        {
            if (Subject(string.Join(' ', words[i..(i + n)]), null, false, context) is { } subject) return (subject.Sense, n);
        }
        return (null, 1);
    }

    private bool IsKnown(string word) => FunctionWords.IsFunctionWord(word.ToLowerInvariant())
        || Enum.GetValues<PartOfSpeech>().Any(p => database.BaseForm(word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word, p) is not null);

    [GeneratedRegex(@"^(?:why|how|what|who|when|where|which|what's|who's|is|are|do|does|can)$", RegexOptions.IgnoreCase)]
    private static partial Regex AskingWord();

    [GeneratedRegex(@"^(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|similarit(?:y|ies)) between (?<a>.+?) and (?<b>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Difference();

    [GeneratedRegex(@"^(?:compare |comparing )?(?<a>.+?)(?: vs\.? | versus | compared (?:to|with) |(?<=^compar\w+ .+) (?:and|with|to) )(?<b>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Versus();
}
