namespace Reelsmith.Script.WordNet;

/// <summary>Writes everything that can be said of a topic, part by part, each with its importance (1: it must be there).</summary>
internal sealed class PartWriter(WordNetDatabase database)
{
    private readonly Concepts _concepts = new(database);

    public IReadOnlyList<(ExplanationPart Part, double Importance)> Write(Topic topic)
    {
        var subject = _concepts.Of(topic.Subject.Sense, topic.Subject.Article, topic.Subject.IsPlural || topic.Subject.Article == "a");
        var parts = new List<(ExplanationPart, double)>();
        if (Sentences.Definition(subject) is not { } definition) return [];
        parts.Add((Opening(topic, subject), 1));
        parts.Add((Definition(subject, definition), 1));
        var other = topic.Other is null ? null : _concepts.Of(topic.Other.Sense, topic.Other.Article, topic.Other.IsPlural);
        if (other is not null && Sentences.Definition(other) is { } contrast) parts.Add((Definition(other, contrast) with { Kind = ExplanationPartKind.Contrast }, 1));
        if (Chain(subject) is { } chain) parts.Add((chain, 0.6));
        if (Predicate(topic, subject) is { } predicate) parts.Add((predicate, 1));
        if (Terms(topic, subject) is { } terms) parts.Add((terms, 0.8));
        if (PartsOf(subject) is { } consists) parts.Add((consists, 0.75));
        if (Kinds(subject) is { } kinds) parts.Add((kinds, 0.7));
        if (Wholes(subject) is { } wholes) parts.Add((wholes, 0.5));
        if (Examples(subject) is { } examples) parts.Add((examples, 0.65));
        parts.Add((Closing(topic, subject), 1));
        return parts;
    }

    private static StatedFact Gloss(Concept concept, int clause = 0) => new(concept.Sense.Key, concept.Clauses[clause].Fragment);

    private ExplanationPart Opening(Topic topic, Concept subject)
    {
        var hook = topic switch
        {
            { Other: { } other } => $"Let us put them side by side, one after the other.",
            { IsQuestion: true } when !topic.Title.StartsWith("What is", StringComparison.OrdinalIgnoreCase) && !topic.Title.StartsWith("What are", StringComparison.OrdinalIgnoreCase)
                => $"Let us start with what {subject.Phrase} {subject.Verb}.",
            { IsQuestion: true } => "Here is the answer, step by step.",
            _ => $"Here is what the words behind it mean.",
        };
        var title = topic.Title.EndsWith('?') ? topic.Title : $"{topic.Title}.";
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Opening,
            Narration = [title, hook],
            Headline = topic.Title,
            Short = Phrases.Capitalised(subject.Name),
            Emphasis = EmphasisIn(topic.Title, topic.Subject.Written),
            Keywords = Keywords(subject),
        };
    }

    private ExplanationPart Definition(Concept subject, string sentence)
    {
        var more = Sentences.More(subject).Take(2).ToList();
        var headline = Phrases.Shortened(Phrases.Capitalised(subject.Clauses[0].Text), 8);
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Definition,
            Narration = [sentence, .. more],
            Headline = headline ?? $"What is {subject.Phrase}?",
            Short = Phrases.Capitalised(subject.Name),
            Emphasis = headline is null ? [subject.Name] : [],
            Keywords = Keywords(subject),
            Facts = [.. subject.Clauses.Select((_, i) => Gloss(subject, i))],
        };
    }

    private ExplanationPart? Chain(Concept subject)
    {
        var above = database.Related(subject.Synset, subject.Synset.IsInstance ? Relation.InstanceHypernym : Relation.Hypernym).FirstOrDefault();
        if (above is null || above.File == "noun.Tops" || database.Hypernyms(above).Count < 3) return null;
        var parent = _concepts.Of(above);
        if (Sentences.Definition(parent) is not { } sentence) return null;
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Wholes,
            Narration = [$"{Phrases.Capitalised(subject.Phrase)} {subject.Verb} a kind of {parent.Name}.", sentence],
            Headline = $"A kind of {parent.Name}",
            Emphasis = [parent.Name],
            Keywords = [parent.Name, subject.Name],
            Facts = [new StatedFact(parent.Sense.Key, parent.Name), Gloss(parent)],
        };
    }

    private ExplanationPart? Predicate(Topic topic, Concept subject)
    {
        if (topic.Predicate is not { } predicate) return null;
        var clauses = GlossText.Clauses(predicate.Synset.Definition);
        if (clauses.Count == 0) return null;
        var verb = predicate.Synset.Id.PartOfSpeech == PartOfSpeech.Verb;
        var sentence = verb
            ? subject.IsMass || subject.IsProper ? $"To {predicate.Word} is to {clauses[0]}." : $"When {subject.Plural} {predicate.Word}, they {clauses[0]}."
            : $"To be {predicate.Word} means to be {clauses[0]}.";
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Predicate,
            Narration = [sentence],
            Headline = verb ? $"When {subject.Plural} {predicate.Word}" : Phrases.Capitalised(predicate.Word),
            Emphasis = [predicate.Word],
            Keywords = Keywords(subject),
            Facts = [new StatedFact(predicate.Key, clauses[0])],
        };
    }

    private ExplanationPart? Terms(Topic topic, Concept subject)
    {
        var text = $"{subject.Synset.Definition} {topic.Predicate?.Synset.Definition}";
        var own = ContentWords.Stems(subject.Name);
        var senses = ContentWords.Words(text).Distinct().Where(w => !FunctionWords.IsFunctionWord(w) && !own.Overlaps(ContentWords.Stems(w)) && ContentWords.Stems(w).Count > 0)
            .Select(w => database.Senses(w, PartOfSpeech.Noun)).Where(s => s.Count is > 0 and <= 3).Select(s => s[0])
            .Where(s => s.Synset.File is "noun.substance" or "noun.object" or "noun.process" or "noun.phenomenon" or "noun.artifact" or "noun.body" or "noun.animal" or "noun.plant");
        var concepts = topic.Related.Concat(senses).DistinctBy(s => s.Synset.Id).Select(s => _concepts.Of(s)).Where(c => Sentences.Definition(c) is not null).Take(3).ToList();
        return concepts.Count == 0 ? null : Listed(ExplanationPartKind.Terms, "Some of these words need explaining.", "What the words mean", concepts);
    }

    private ExplanationPart? PartsOf(Concept subject)
    {
        var parts = new Familiarity(database, _concepts).Best(database.Related(subject.Synset, Relation.PartMeronym).Concat(database.Related(subject.Synset, Relation.SubstanceMeronym)), 3);
        var concepts = parts.Select(s => _concepts.Of(s)).Where(c => Sentences.Definition(c) is not null).ToList();
        return concepts.Count == 0 ? null
            : Listed(ExplanationPartKind.Parts, $"What is {subject.Phrase} made of? It has {Phrases.Listed([.. concepts.Select(c => c.Phrase)])}.", $"Parts of {subject.Phrase}", concepts);
    }

    private ExplanationPart? Kinds(Concept subject)
    {
        var kinds = new Familiarity(database, _concepts).Best(database.Related(subject.Synset, Relation.Hyponym), 3);
        var concepts = kinds.Select(s => _concepts.Of(s)).Where(c => Sentences.Definition(c) is not null).ToList();
        return concepts.Count < 2 ? null : Listed(ExplanationPartKind.Kinds, $"There are different kinds of {subject.Name}.", $"Kinds of {subject.Name}", concepts);
    }

    private ExplanationPart? Wholes(Concept subject)
    {
        var wholes = new Familiarity(database, _concepts).Best(database.Related(subject.Synset, Relation.PartHolonym), 2).Select(s => _concepts.Of(s)).ToList();
        if (wholes.Count == 0) return null;
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Wholes,
            Narration = [$"{Phrases.Capitalised(subject.Phrase)} {subject.Verb} part of {Phrases.Listed([.. wholes.Select(w => w.Phrase)])}."],
            Headline = $"Part of {wholes[0].Phrase}",
            Emphasis = [wholes[0].Name],
            Keywords = [wholes[0].Name],
            Facts = [.. wholes.Select(w => new StatedFact(w.Sense.Key, w.Name))],
        };
    }

    private ExplanationPart? Examples(Concept subject)
    {
        var examples = new Familiarity(database, _concepts).Best(database.Related(subject.Synset, Relation.InstanceHyponym), 3).Select(s => _concepts.Of(s)).ToList();
        if (examples.Count < 2) return null;
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Examples,
            Narration = [$"{Phrases.Capitalised(subject.Plural)} include {Phrases.Listed([.. examples.Select(e => e.Phrase)])}."],
            Headline = $"Some {subject.Plural}",
            Points = [.. examples.Select(Point)],
            Keywords = Keywords(subject),
            Facts = [.. examples.Select(e => new StatedFact(e.Sense.Key, e.Name))],
        };
    }

    private ExplanationPart Closing(Topic topic, Concept subject)
    {
        var brief = Phrases.Shortened(subject.Clauses[0].Text, 14) ?? subject.Clauses[0].Text;
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Closing,
            Narration = [subject.Clauses[0].IsPlural && !subject.IsMass && !subject.IsProper ? $"So {subject.Plural} are {brief}." : $"So {subject.Phrase} {subject.Verb} {brief}."],
            Headline = Phrases.Capitalised(Phrases.Shortened(brief, 8) ?? subject.Name),
            Keywords = Keywords(subject),
            Facts = [Gloss(subject)],
        };
    }

    private static ExplanationPart Listed(ExplanationPartKind kind, string lead, string headline, IReadOnlyList<Concept> concepts) => new()
    {
        Kind = kind,
        Narration = [lead, .. concepts.Select(c => Sentences.Definition(c)!)],
        Headline = headline,
        Points = [.. concepts.Select(Point)],
        Keywords = [.. concepts.Select(c => c.Name)],
        Facts = [.. concepts.Select(c => Gloss(c))],
    };

    private static ExplanationPoint Point(Concept concept) => new(Phrases.Capitalised(concept.Name),
        concept.Clauses.Count > 0 && concept.Clauses[0].Kind == ClauseKind.NounPhrase ? Phrases.Shortened(Phrases.Capitalised(concept.Clauses[0].Text), 12) : null, [concept.Name]);

    private static IReadOnlyList<string> EmphasisIn(string title, string written) =>
        title.IndexOf(written, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? [title.Substring(at, written.Length)] : [];

    private IReadOnlyList<string> Keywords(Concept concept) =>
        [concept.Name, .. database.Related(concept.Synset, Relation.Hypernym).Take(1).Select(h => h.Words[0].Text)];
}
