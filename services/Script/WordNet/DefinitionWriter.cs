namespace Reelsmith.Script.WordNet;

/// <summary>Says what things are: the subject, and the kind of thing that it is.</summary>
internal sealed class DefinitionWriter(Lexicon lexicon)
{
    private const int FamiliarMentions = 12;

    /// <summary>The subject's meanings that are about the same thing as the first.</summary>
    public IReadOnlyList<Concept> Meanings(Concept subject, Sense sense)
    {
        var own = ContentWords.Stems(subject.Name);
        var said = ContentWords.Stems(sense.Synset.Definition);
        return
        [
            subject,
            .. lexicon.Database.Senses(sense.Word, PartOfSpeech.Noun)
                .Where(s => s.Synset.Id != sense.Synset.Id && s.Synset.File == sense.Synset.File && s.Synset.IsInstance == sense.Synset.IsInstance && !Unsuitable.Is(s.Synset))
                .Where(s => ContentWords.Stems(s.Synset.Definition) is var other && (own.Overlaps(other) || other.Count(said.Contains) >= 2))
                .Select(lexicon.Concepts.Of).Where(c => c.IsDefined).Take(1),
        ];
    }

    /// <summary>An activity by what is done, when its own gloss goes in a circle ("the act of swimming").</summary>
    public Concept? ByDoing(Concept subject)
    {
        if (subject is not { Synset.File: "noun.act" }) return null;
        var own = ContentWords.Stems(subject.Name);
        foreach (var pointer in subject.Synset.Pointers.Where(p => p.Relation == Relation.DerivationallyRelated && p.Target.PartOfSpeech == PartOfSpeech.Verb))
        {
            var verb = lexicon.Database.Synset(pointer.Target);
            if (Unsuitable.Is(verb) || GlossText.Clauses(verb.Definition) is not [var gloss, ..] || gloss.StartsWith("be ", StringComparison.Ordinal) || ContentWords.Stems(gloss).Overlaps(own)) continue;
            var key = lexicon.Database.SenseOf(verb, verb.Words[Math.Max(0, pointer.TargetWord - 1)]).Key;
            return new Concept(subject.Sense, subject.Name, subject.Name, subject.Name, true, false, false, false, false,
                [new Clause($"what we do when we {gloss}", ClauseKind.NounPhrase, false, gloss, key)]);
        }
        return null;
    }

    public ExplanationPart Definition(Concept subject, IReadOnlyList<Concept> meanings, ExplanationPartKind kind)
    {
        var more = Sentences.More(subject).Take(2).ToList();
        var others = meanings.Skip(1).Select(m => (Sentence: $"The word also stands for {m.Clauses[0].Text}.", Fact: Lexicon.Fact(m))).ToList();
        var headline = lexicon.Cutter.Cut(Phrases.Capitalised(subject.Clauses[0].Text), 8);
        return new ExplanationPart
        {
            Kind = kind,
            Narration = [Sentences.Definition(subject)!, .. more.Select(m => m.Sentence), .. others.Select(o => o.Sentence), .. Lifetime(subject)],
            Headline = headline ?? $"What {subject.Verb} {subject.Phrase}?",
            Short = headline is null ? null : Phrases.Capitalised(subject.Name),
            Emphasis = headline is null ? [subject.Name] : [],
            Keywords = lexicon.Keywords(subject),
            Facts = [Lexicon.Fact(subject), .. more.Select(m => new StatedFact(subject.Sense.Key, m.Clause.Fragment)), .. others.Select(o => o.Fact)],
        };
    }

    /// <summary>What the subject is a kind of, as far as people know that word, or null.</summary>
    public ExplanationPart? KindOfThing(Telling telling)
    {
        var subject = telling.Subject;
        if (Parent(telling) is not { } parent) return null;
        var known = subject.Clauses[0].Text.Contains(parent.Name, StringComparison.OrdinalIgnoreCase);
        telling.Explained.Add(parent.Synset.Id);
        var definition = Sentences.Definition(parent)!;
        var first = subject.Synset.IsInstance || subject.Clauses[0].IsPlural
            ? $"{Phrases.Capitalised(subject.Clauses[0].IsPlural ? subject.Plural : subject.Phrase)} {(subject.Clauses[0].IsPlural ? "are" : subject.Verb)} {(subject.Clauses[0].IsPlural ? parent.Plural : parent.Phrase)}."
            : $"{Phrases.Capitalised(subject.Phrase)} {subject.Verb} a kind of {parent.Name}.";
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Wholes,
            Narration = known ? [definition] : [first, definition],
            Headline = known ? $"What is {parent.Phrase}?" : subject.Synset.IsInstance ? Phrases.Capitalised(parent.Phrase) : $"A kind of {parent.Name}",
            Emphasis = [parent.Name],
            Keywords = [parent.Name, subject.Name],
            Facts = [Lexicon.Named(parent), Lexicon.Fact(parent)],
        };
    }

    private Concept? Parent(Telling telling)
    {
        foreach (var above in lexicon.Database.Hypernyms(telling.Subject.Synset).Take(5))
        {
            if (above.File == "noun.Tops" || lexicon.Database.Hypernyms(above).Count < 4) return null;
            if (telling.Explained.Contains(above.Id) || Unsuitable.Is(above)) continue;
            var parent = lexicon.Concepts.Of(above);
            if (!parent.IsDefined || parent.IsPluralOnly || (parent.Clauses[0].IsPlural && parent.Clauses[0].Text.StartsWith("the ", StringComparison.Ordinal)) || Generic.IsNoun(parent.Name) || ContentWords.Stems(parent.Clauses[0].Text).Overlaps(ContentWords.Stems(telling.Subject.Name))) continue;
            if (ContentWords.Stems(parent.Name).SetEquals(ContentWords.Stems(telling.Subject.Name))) continue;
            if (parent.Sense.TagCount > 0 || lexicon.Concepts.Usage.Of(parent.Name.ToLowerInvariant()).Mentions >= FamiliarMentions) return parent;
        }
        return null;
    }

    // Glosses of people end with the years of their lives.
    private static IEnumerable<string> Lifetime(Concept subject)
    {
        if (subject is not { Synset: { File: "noun.person", IsInstance: true } }) yield break;
        foreach (var aside in GlossText.Asides(subject.Synset.Definition))
        {
            var years = aside.Split('-');
            if (years.Length != 2 || !years.All(y => y.Length == 4 && y.All(char.IsAsciiDigit))) continue;
            yield return $"{subject.Name.Split(' ')[^1]} lived from {years[0]} to {years[1]}.";
            yield break;
        }
    }
}
