using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Finds out what a short prompt is about: the subject, what is said or asked of it, and what it is compared with.</summary>
internal sealed partial class TopicReader(WordNetDatabase database)
{
    private const int MostWords = 16;

    private readonly SenseChooser _senses = new(database);
    private readonly NounPhraseReader _nouns = new(database);

    /// <summary>The topic; null when WordNet does not know what the prompt is about.</summary>
    public Topic? Read(string prompt)
    {
        var asked = PromptFrame.WithoutRequest(prompt);
        var text = asked.TrimEnd('?', ' ');
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
        return new Topic(title, title.EndsWith('?'), first, second, null, []);
    }

    private Subject? NounAlone(string text, string context)
    {
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return _nouns.Read(words, ContentWords.Stems(context), PromptFrameKind.None) is { } found && found.Next == words.Length && !Generic.IsNoun(found.Subject.Sense.Word)
            ? found.Subject
            : null;
    }

    private Topic? Single(string title, bool question, string[] words)
    {
        var (rest, frame) = Frame(words);
        if (rest.Length == 0 || !_nouns.Knows(rest)) return null;
        var context = ContentWords.Stems(string.Join(' ', words));
        if (frame == PromptFrameKind.Does && rest[0].ToLowerInvariant() is "we" or "people" or "you" or "humans" or "animals") return Activity(title, question, rest, context);
        rest = WithoutAspect(rest);
        if (_nouns.Read(rest, context, frame) is not { } found || Generic.IsNoun(found.Subject.Sense.Word)) return null;
        var subject = found.Subject;
        var predicate = Predicate(rest[found.Next..], frame, subject.Sense.Synset, context);
        if (_nouns.Others(predicate.After, context) is not { } related) return null;
        return new Topic(title, question, subject, null, predicate.Sense, [.. found.Modifiers, .. related]);
    }

    // "The benefits of exercise": exercise can be explained, its benefits cannot.
    private string[] WithoutAspect(string[] words)
    {
        var text = string.Join(' ', words);
        var match = Aspect().Match(text);
        return match.Success && database.BaseForm(ArticleAtStart().Replace(text, ""), PartOfSpeech.Noun) is null
            ? text[match.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : words;
    }

    // "Why do we sleep?": the subject is what is done.
    private Topic? Activity(string title, bool question, string[] rest, IReadOnlySet<string> context)
    {
        var verbs = rest.Skip(1).Where(w => !FunctionWords.IsFunctionWord(w.ToLowerInvariant())).ToArray();
        if (verbs.Length == 0 || database.BaseForm(verbs[0], PartOfSpeech.Verb) is not { } verb) return null;
        if (Generic.IsVerb(verb)) return null;
        var alike = database.Senses(verb, PartOfSpeech.Verb);
        var others = context.Where(s => !ContentWords.Stems(verb).Contains(s)).ToHashSet();
        var noun = database.Lists(verb, PartOfSpeech.Noun) ? _senses.Noun(verb, false, false, false, others) : null;
        var sense = noun is null ? _senses.Verb(verb, null, others)
            : alike.FirstOrDefault(s => s.Synset.Targets(Relation.DerivationallyRelated).Contains(noun.Synset.Id)) ?? _senses.Verb(verb, noun.Synset, others);
        if (sense is null) return null;
        noun = noun is not null && sense.Synset.Targets(Relation.DerivationallyRelated).Contains(noun.Synset.Id) ? noun : NounOf(sense) ?? noun;
        if (noun is null || _nouns.Others(verbs[1..], context) is not { } related) return null;
        return new Topic(title, question, new Subject(verbs[0], noun, null, false), null, sense, related, rest[0].ToLowerInvariant());
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
        var first = words[0].ToLowerInvariant();
        var second = words.Length > 1 ? words[1].ToLowerInvariant() : "";
        var third = words.Length > 2 ? words[2].ToLowerInvariant() : "";
        switch (first)
        {
            case "what's" or "who's":
                return (words[1..], PromptFrameKind.Is);
            case "how" when second == "to":
                return ([], PromptFrameKind.None); // instructions are nothing that a dictionary has
            case "what" when second is "causes" or "cause" or "caused" or "makes" or "make" or "made":
                return (words[2..], PromptFrameKind.Does);
            case "what" when second == "happens" && third is "when" or "if" or "during":
                return (words[3..], PromptFrameKind.Does);
            case "why" or "how" or "when" or "where" or "what" or "who" or "which":
                if (second is "is" or "are" or "was" or "were") return (words[2..], PromptFrameKind.Is);
                if (second is "do" or "does" or "did" or "can" or "could" or "would" or "should" or "will" or "must" or "might") return (words[2..], PromptFrameKind.Does);
                return (words[1..], first is "what" or "who" ? PromptFrameKind.Is : PromptFrameKind.Does);
            case "is" or "are" or "was" or "were":
                return (words[1..], PromptFrameKind.Is);
            case "do" or "does" or "did" or "can":
                return (words[1..], PromptFrameKind.Does);
            default:
                return (words, PromptFrameKind.None);
        }
    }

    private (Sense? Sense, string[] After) Predicate(string[] words, PromptFrameKind frame, Synset subject, IReadOnlySet<string> context)
    {
        if (frame == PromptFrameKind.None) return (null, words);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].ToLowerInvariant();
            if (FunctionWords.Prepositions.Contains(word)) break;
            if (FunctionWords.IsFunctionWord(word)) continue;
            var rest = words[(i + 1)..];
            if (frame == PromptFrameKind.Is && database.Lists(word, PartOfSpeech.Adjective))
            {
                return (Generic.IsAdjective(word) ? null : _senses.Adjective(word, subject, context), rest);
            }
            if (database.BaseForm(word, PartOfSpeech.Verb) is { } verb)
            {
                return (Generic.IsVerb(verb) ? null : _senses.Verb(verb, subject, context), rest);
            }
            if (!database.Lists(word, PartOfSpeech.Adverb)) break;
        }
        return (null, words);
    }

    [GeneratedRegex(@"^(?:why|how|what|who|when|where|which|what's|who's|is|are|do|does|can)$", RegexOptions.IgnoreCase)]
    private static partial Regex AskingWord();

    [GeneratedRegex(@"^(?:the )?(?:benefits?|advantages?|importance|uses?|causes?|effects?|role|invention|discovery|rise|fall|birth|death|life cycle|structure|future|power|art|culture|geography|development|purpose|impact|different (?:kinds|types)|kinds|types|parts|elements|world) of ", RegexOptions.IgnoreCase)]
    private static partial Regex Aspect();

    [GeneratedRegex(@"^(?:the|a|an) ", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleAtStart();

    [GeneratedRegex(@"^(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|similarit(?:y|ies)) between (?<a>.+?) and (?<b>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Difference();

    [GeneratedRegex(@"^(?:compare |comparing )?(?<a>.+?)(?: vs\.? | versus | compared (?:to|with) |(?<=^compar\w+ .+) (?:and|with|to) )(?<b>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Versus();
}
