namespace Reelsmith.Script.WordNet;

/// <summary>Writes the first and the last part, which know what comes between.</summary>
internal sealed class OpeningAndClosing(Lexicon lexicon)
{
    public ExplanationPart Opening(Telling telling, IReadOnlyList<ExplanationPart> parts)
    {
        var (topic, subject) = (telling.Topic, telling.Subject);
        var spoken = topic.Title.Replace(" vs. ", " versus ", StringComparison.OrdinalIgnoreCase).Replace(" vs ", " versus ", StringComparison.OrdinalIgnoreCase);
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Opening,
            Narration = subject is { IsPast: true, Synset.File: "noun.person" } && !topic.IsQuestion
                ? [$"Who was {subject.Phrase}?", "Here is the answer, in short."]
                : [topic.IsQuestion ? spoken : $"{spoken}.", Hook(telling, parts)],
            Headline = Phrases.WordCount(topic.Title) <= 14 ? topic.Title : Phrases.Capitalised(subject.Name),
            Short = Phrases.Capitalised(subject.Name),
            Emphasis = topic.Title.IndexOf(topic.Subject.Written, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? [topic.Title.Substring(at, topic.Subject.Written.Length)] : [],
            Keywords = lexicon.Keywords(subject),
        };
    }

    private static string Hook(Telling telling, IReadOnlyList<ExplanationPart> parts)
    {
        var (topic, subject) = (telling.Topic, telling.Subject);
        bool Has(ExplanationPartKind kind) => parts.Any(p => p.Kind == kind);
        var they = topic.Subject.IsPlural || subject.IsPluralOnly;
        if (topic.Other is not null) return "Here they are, one after the other.";
        if (topic.IsQuestion)
        {
            var asksWhat = topic.Title.StartsWith("What is ", StringComparison.OrdinalIgnoreCase) || topic.Title.StartsWith("What are ", StringComparison.OrdinalIgnoreCase)
                || topic.Title.StartsWith("Who ", StringComparison.OrdinalIgnoreCase);
            if (asksWhat) return Has(ExplanationPartKind.Kinds) ? "Here is the answer, step by step." : "Here is the answer, in short.";
            var what = they && !subject.IsMass ? $"{subject.Plural} are" : $"{subject.Phrase} {subject.Verb}";
            return Has(ExplanationPartKind.Predicate) && topic.Predicate?.Synset.Id.PartOfSpeech == PartOfSpeech.Verb
                ? $"Let us start with what {what}, and then see what happens."
                : $"Let us start with what {what}.";
        }
        var (isIt, it) = they ? ("are they", "they") : (subject.IsPast ? "was it" : "is it", "it");
        if (Has(ExplanationPartKind.Kinds)) return $"What exactly {isIt}, and which kinds are there?";
        if (Has(ExplanationPartKind.Parts)) return $"What exactly {isIt}, and which parts {(they ? "do" : "does")} {it} have?";
        if (Has(ExplanationPartKind.Examples)) return $"What exactly {isIt}, and which are the examples?";
        return $"What exactly {isIt}?";
    }

    /// <param name="predicate">The predicate's clause in the middle of a sentence, or null.</param>
    public ExplanationPart Closing(Telling telling, Concept? other, string? predicate, IReadOnlyList<ExplanationPart> parts)
    {
        var subject = telling.Subject;
        var brief = Brief(subject, 18, 16);
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Closing,
            Narration = [Summary(telling, other, predicate, brief, parts)],
            Headline = (brief is null ? null : lexicon.Cutter.Cut(Phrases.Capitalised(brief), 8)) ?? Phrases.Capitalised(subject.Phrase),
            Short = Phrases.Capitalised(subject.Name),
            Keywords = lexicon.Keywords(subject),
            Facts = brief is null ? [] : [Lexicon.Fact(subject)],
        };
    }

    // Whole when it is short, else cut, else whole when it is not too long.
    private string? Brief(Concept concept, int wholeWords, int cutWords)
    {
        var text = concept.Clauses[0].Text;
        var words = Phrases.WordCount(text);
        return words <= wholeWords ? text : lexicon.Cutter.Cut(text, cutWords) ?? (words <= 24 ? text : null);
    }

    private string Summary(Telling telling, Concept? other, string? predicate, string? brief, IReadOnlyList<ExplanationPart> parts)
    {
        var subject = telling.Subject;
        var statement = brief is null ? null : Sentences.Statement(subject, brief);
        if (other is not null)
        {
            var otherBrief = Brief(other, 14, 13) ?? other.Clauses[0].Text;
            return statement is null ? $"So that is {subject.Phrase}, and that is {other.Phrase}." : $"So {statement}, and {Sentences.Statement(other, otherBrief)}.";
        }
        if (predicate is not null && statement is not null && Phrases.WordCount(statement) + Phrases.WordCount(predicate) <= 32) return $"So {statement}, and {predicate}.";
        var several = subject.Clauses[0].IsPlural && subject is { IsMass: false, IsProper: false, IsFixed: false } || subject.IsPluralOnly;
        var that = several ? "those are" : subject.IsPast ? "that was" : "that is";
        var name = several ? subject.Plural : subject.Phrase;
        if (brief is null) return $"And {that} {name}, in short.";
        var kinds = parts.FirstOrDefault(p => p.Kind == ExplanationPartKind.Kinds)?.Points;
        var range = kinds is { Count: >= 2 } ? $", from {telling.KindNames[kinds[0].Title]} to {telling.KindNames[kinds[^1].Title]}" : "";
        return $"So {that} {name}: {brief}{range}.";
    }
}
