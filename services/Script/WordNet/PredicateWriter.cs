namespace Reelsmith.Script.WordNet;

/// <summary>Says what it means that a subject does something or is some way.</summary>
internal sealed class PredicateWriter(Lexicon lexicon)
{
    /// <summary>The predicate's part and, for the closing, the clause in the middle of a sentence; null when the topic has none that can be explained.</summary>
    public (ExplanationPart Part, string Clause)? Write(Telling telling)
    {
        if (telling.Topic.Predicate is not { } predicate) return null;
        var own = ContentWords.Stems(predicate.Word);
        var subject = ContentWords.Stems(telling.Subject.Name);
        var clauses = GlossText.Clauses(predicate.Synset.Definition).Where(c => ContentWords.Stems(c) is { Count: > 0 } said && !said.All(own.Contains)).ToList();
        if (clauses.Count == 0) return null;
        var gloss = clauses.FirstOrDefault(c => ContentWords.Stems(c).Overlaps(subject)) ?? clauses.FirstOrDefault(c => !ContentWords.Stems(c).Overlaps(own)) ?? clauses[0];
        var verb = predicate.Synset.Id.PartOfSpeech == PartOfSpeech.Verb;
        if ((verb ? WhenItDoes(telling, predicate, gloss) : $"{predicate.Word} means {gloss}") is not { } clause) return null;
        var noun = verb ? NounOf(telling, predicate) : null;
        if (noun is not null) telling.Explained.Add(noun.Synset.Id);
        var headline = verb ? $"{Phrases.Capitalised(Doing(telling, predicate))}" : $"What does {predicate.Word} mean?";
        var part = new ExplanationPart
        {
            Kind = ExplanationPartKind.Predicate,
            Narration = [$"{Phrases.Capitalised(clause)}.", .. noun is null ? [] : new[] { Sentences.Definition(noun)! }],
            Headline = headline,
            Short = Phrases.Capitalised(predicate.Word),
            Emphasis = [predicate.Word],
            Keywords = [telling.Subject.Name, .. noun is null ? [] : new[] { noun.Name }, .. lexicon.Keywords(telling.Subject).Skip(1)],
            Facts = [new StatedFact(predicate.Key, gloss), .. noun is null ? [] : new[] { Lexicon.Fact(noun) }],
        };
        return (part, clause);
    }

    private static string Doing(Telling telling, Sense predicate) =>
        telling.Topic.Actor is { } actor ? $"when {actor} {predicate.Word}" : Many(telling.Subject) is { } many ? $"when {many} {predicate.Word}" : $"what it is to {predicate.Word}";

    private static string? WhenItDoes(Telling telling, Sense predicate, string gloss)
    {
        // Without its object the verb of the gloss says nothing ("experience while sleeping").
        if (gloss.Split(' ') is [var first, .. var rest] && (FunctionWords.Prepositions.Contains(first) || rest is ["while", ..])) return null;
        if (telling.Topic.Actor is { } actor)
        {
            if (actor is "animals" or "people" or "humans") return $"when {actor} {predicate.Word}, they {Plural(gloss)}";
            return $"when {actor} {predicate.Word}, {actor} {Plural(gloss)}";
        }
        // The plural needs no other form of the verbs in the gloss.
        return Many(telling.Subject) is { } many ? $"when {many} {predicate.Word}, they {Plural(gloss)}" : $"to {predicate.Word} is to {gloss}";
    }

    private static string? Many(Concept subject) => subject.IsMass || subject.IsProper || subject.IsFixed ? null : subject.Plural;

    private static string Plural(string gloss) => gloss.StartsWith("be ", StringComparison.Ordinal) ? $"are {gloss[3..]}" : gloss.Replace(" oneself", " themselves", StringComparison.Ordinal).Replace("one's ", "their ", StringComparison.Ordinal);

    // Erupt: an eruption. Only what comes from this very verb and is something that happens.
    private Concept? NounOf(Telling telling, Sense verb)
    {
        var own = ContentWords.Stems(verb.Word);
        var about = ContentWords.Stems($"{telling.Subject.Name} {telling.Subject.Synset.Definition} {verb.Synset.Definition}");
        var place = verb.Synset.Words.Select(w => w.Text).ToList().IndexOf(verb.Word) + 1;
        return verb.Synset.Pointers.Where(p => p.Relation == Relation.DerivationallyRelated && p.Target.PartOfSpeech == PartOfSpeech.Noun && p.SourceWord == place && p.TargetWord > 0)
            .Where(p => !telling.Explained.Contains(p.Target)).Select(p => (Synset: lexicon.Database.Synset(p.Target), p.TargetWord))
            .Where(p => p.Synset.File is "noun.act" or "noun.event" or "noun.process" or "noun.phenomenon" or "noun.state" && !Unsuitable.Is(p.Synset))
            .Select(p => lexicon.Concepts.Of(lexicon.Database.SenseOf(p.Synset, p.Synset.Words[p.TargetWord - 1])))
            .Where(c => c.IsDefined && ContentWords.Stems(c.Clauses[0].Text) is var said && !said.Overlaps(own) && said.Overlaps(about))
            .MaxBy(c => ContentWords.Stems(c.Clauses[0].Text).Count(about.Contains));
    }
}
