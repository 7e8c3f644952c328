namespace Reelsmith.Script.WordNet;

/// <summary>Tells what a subject has, is part of, which kinds and which particular ones there are.</summary>
internal sealed class RelationWriter(Lexicon lexicon)
{
    private const int Deepest = 3;
    private const int MostKinds = 400;

    public IReadOnlyList<ExplanationPart> Parts(Telling telling, int most)
    {
        var subject = telling.Subject;
        var (bearer, parts) = PartsOf(telling, most);
        foreach (var part in parts) telling.Explained.Add(part.Synset.Id);
        return [.. Enumerable.Range(0, parts.Count).Select(dropped => Part([.. parts.SkipLast(dropped)]))];

        string Lead(Concept? bearer, string sentence, IReadOnlyList<Concept> some) => (bearer, subject.Synset) switch
        {
            (not null, _) => $"Like other {bearer.Plural}, {sentence}.",
            (null, { File: "noun.object", IsInstance: false }) =>
                $"{Phrases.Capitalised(Phrases.Listed([.. some.Select(p => p.Plural)]))} {(some is [{ IsMass: true }] or [{ IsProper: true }] ? "is" : "are")} part of {subject.Phrase}.",
            _ => $"{Phrases.Capitalised(sentence)}.",
        };

        ExplanationPart Part(IReadOnlyList<Concept> some)
        {
            var listed = Phrases.Listed([.. some.Select(p => p.Phrase)]);
            var sentence = $"{subject.Phrase} {Has(subject)} {listed}";
            return new ExplanationPart
            {
                Kind = ExplanationPartKind.Parts,
                Narration = [Lead(bearer, sentence, some), .. some.Select(p => Sentences.Definition(p)!)],
                Headline = subject.Synset.File is "noun.food" or "noun.substance" ? $"What {subject.Phrase} contains" : $"Parts of {subject.Phrase}",
                Emphasis = [subject.Name],
                Points = lexicon.Points(some),
                Keywords = [.. some.Select(p => p.Name), subject.Name],
                Facts = [.. some.SelectMany(p => new[] { Lexicon.Named(p), Lexicon.Fact(p) })],
            };
        }
    }

    public IReadOnlyList<ExplanationPart> Kinds(Telling telling, int most)
    {
        var subject = telling.Subject;
        var kinds = new List<Concept>();
        foreach (var sense in lexicon.Familiarity.Best(telling.Meanings.SelectMany(m => Descendants(m.Synset)).Where(s => !IsManner(s)), most * 3))
        {
            var concept = lexicon.Concepts.Of(sense);
            if (!concept.IsDefined || telling.Explained.Contains(sense.Synset.Id) || concept.Name.Equals(subject.Name, StringComparison.OrdinalIgnoreCase)) continue;
            var above = lexicon.Database.Hypernyms(sense.Synset).Select(h => h.Id).ToHashSet();
            if (kinds.Any(k => above.Contains(k.Synset.Id) || lexicon.Database.Hypernyms(k.Synset).Any(h => h.Id == sense.Synset.Id))) continue;
            kinds.Add(concept);
            if (kinds.Count == most) break;
        }
        if (kinds.Count < 2) return [];
        foreach (var kind in kinds)
        {
            telling.Explained.Add(kind.Synset.Id);
            telling.KindNames[Phrases.Capitalised(kind.Name)] = kind.Plural;
        }
        return [.. Enumerable.Range(0, kinds.Count - 1).Select(dropped => Part(kinds[..^dropped]))];

        ExplanationPart Part(IReadOnlyList<Concept> some) => new()
        {
            Kind = ExplanationPartKind.Kinds,
            Narration = [$"There are different kinds of {subject.Name}.", .. some.Select(k => Sentences.Definition(k)!)],
            Headline = $"Kinds of {subject.Name}",
            Emphasis = [subject.Name],
            Points = lexicon.Points(some),
            Keywords = [.. some.Select(k => k.Name), subject.Name],
            Facts = [.. some.Select(k => Lexicon.Fact(k))],
        };
    }

    public IReadOnlyList<ExplanationPart> Examples(Telling telling)
    {
        var subject = telling.Subject;
        var examples = lexicon.Familiarity.Best(telling.Meanings.SelectMany(m => lexicon.Database.Related(m.Synset, Relation.Hyponym).Append(m.Synset).SelectMany(s => lexicon.Database.Related(s, Relation.InstanceHyponym))), 3)
            .Select(lexicon.Concepts.Of).Where(c => c.IsProper).ToList();
        if (examples.Count < 2) return [];
        var lead = $"{Phrases.Capitalised(subject.Plural)} {(subject.IsMass ? "includes" : "include")} {Phrases.Listed([.. examples.Select(e => e.Phrase)])}.";
        var defined = examples.Where(e => e.IsDefined).Select(e => Sentences.Definition(e)!).ToList();
        var part = new ExplanationPart
        {
            Kind = ExplanationPartKind.Examples,
            Narration = [lead, .. defined],
            Headline = $"Some {subject.Plural}",
            Emphasis = [subject.Plural],
            Points = lexicon.Points(examples),
            Keywords = [subject.Name, .. examples.Select(e => e.Name)],
            Facts = [.. examples.Select(Lexicon.Named), .. examples.Where(e => e.IsDefined).Select(e => Lexicon.Fact(e))],
        };
        return [part, part with { Narration = [lead], Facts = [.. examples.Select(Lexicon.Named)] }];
    }

    public IReadOnlyList<ExplanationPart> Wholes(Telling telling)
    {
        var subject = telling.Subject;
        var wholes = lexicon.Familiarity.Best(telling.Meanings.SelectMany(m => lexicon.Database.Related(m.Synset, Relation.PartHolonym))
            .Where(w => !telling.Explained.Contains(w.Id)), 2).Select(lexicon.Concepts.Of).Where(w => !w.Name.Equals(subject.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        var groups = lexicon.Familiarity.Best(lexicon.Database.Related(subject.Synset, Relation.MemberHolonym).Where(g => g.File == "noun.group" && char.IsLower(g.Words[0].Text[0])), 1)
            .Select(lexicon.Concepts.Of).Where(g => g is { IsDefined: true, IsMass: false }).ToList();
        if (wholes.Count + groups.Count == 0 || (wholes.Count == 0 && (subject.IsMass || subject.IsProper))) return [];
        var narration = new List<string>();
        if (wholes.Count > 0) narration.Add($"{Phrases.Capitalised(subject.Phrase)} {subject.Verb} part of {Phrases.Listed([.. wholes.Select(w => w.Phrase)])}.");
        if (groups.Count > 0 && !subject.IsMass && !subject.IsProper) narration.Add($"Together, {subject.Plural} make up {groups[0].Phrase}.");
        var main = wholes.Count > 0 ? wholes[0] : groups[0];
        var part = new ExplanationPart
        {
            Kind = ExplanationPartKind.Wholes,
            Narration = narration,
            Headline = $"Part of {main.Phrase}",
            Emphasis = [main.Name],
            Keywords = [main.Name, subject.Name],
            Facts = [.. wholes.Concat(groups).Select(Lexicon.Named)],
        };
        if (!main.IsDefined || telling.Explained.Contains(main.Synset.Id)) return [part];
        telling.Explained.Add(main.Synset.Id);
        return [part with { Narration = [.. narration, Sentences.Definition(main)!], Facts = [.. part.Facts, Lexicon.Fact(main)] }, part];
    }

    /// <summary>What two compared things are both a kind of, or null when that says nothing.</summary>
    public Concept? Shared(Concept first, Concept second)
    {
        var above = lexicon.Database.Hypernyms(second.Synset).Prepend(second.Synset).Select(h => h.Id).ToHashSet();
        foreach (var common in lexicon.Database.Hypernyms(first.Synset).Prepend(first.Synset).Where(h => above.Contains(h.Id)))
        {
            if (common.File == "noun.Tops" || lexicon.Database.Hypernyms(common).Count < 4) return null;
            var concept = lexicon.Concepts.Of(common);
            if (concept.IsDefined && common.Id != first.Synset.Id && common.Id != second.Synset.Id && !Generic.IsNoun(concept.Name)) return concept;
        }
        return null;
    }

    private (Concept? Bearer, IReadOnlyList<Concept> Parts) PartsOf(Telling telling, int most)
    {
        if (Some(telling.Meanings.Select(m => m.Synset)) is { Count: > 0 } own) return (null, own);
        // What a whole kind has, each of it has; where that is not sure (the shell of a mollusk), nothing is said.
        if (telling.Subject.Synset.IsInstance || telling.Subject.IsMass || telling.Subject.Synset.File is not "noun.artifact" and not "noun.animal") return (null, []);
        foreach (var above in lexicon.Database.Hypernyms(telling.Subject.Synset).Take(telling.Subject.Synset.File == "noun.artifact" ? 2 : 1))
        {
            if (Some([above]) is { Count: > 0 } inherited && lexicon.Concepts.Of(above) is { IsMass: false } bearer) return (bearer, inherited);
        }
        return (null, []);

        IReadOnlyList<Concept> Some(IEnumerable<Synset> wholes) =>
        [
            .. lexicon.Familiarity.Best(wholes.SelectMany(w => lexicon.Database.Related(w, Relation.PartMeronym).Concat(lexicon.Database.Related(w, Relation.SubstanceMeronym)))
                .Where(p => !telling.Explained.Contains(p.Id) && (p.File != "noun.food" || telling.Subject.Synset.File is not "noun.animal" and not "noun.plant")), most + 2)
                .Select(lexicon.Concepts.Of).Where(p => p.IsDefined && !p.Name.EndsWith(" part", StringComparison.Ordinal) && !p.Name.Equals(telling.Subject.Name, StringComparison.OrdinalIgnoreCase)).Take(most),
        ];
    }

    // Glosses of words that only say the same in another manner.
    private static bool IsManner(Synset synset) => synset.Definition.Split([' ', '(', ')', ';', ',']).Any(w => w is "informal" or "colloquial" or "abbreviation" or "term" or "terms" or "acronym" or "archaic");

    private static string Has(Concept subject) => subject.Synset.File switch
    {
        "noun.food" or "noun.substance" => "contains",
        "noun.animal" or "noun.plant" or "noun.artifact" or "noun.body" or "noun.object" or "noun.person" or "noun.Tops" when !subject.Synset.IsInstance => subject.IsPluralOnly ? "have" : "has",
        _ => subject.IsPluralOnly ? "include" : "includes",
    };

    private IEnumerable<Synset> Descendants(Synset synset)
    {
        var found = new List<Synset>();
        var level = new List<Synset> { synset };
        for (var depth = 0; depth < Deepest && found.Count < MostKinds; depth++)
        {
            level = [.. level.SelectMany(s => lexicon.Database.Related(s, Relation.Hyponym))];
            found.AddRange(level);
        }
        return found.Take(MostKinds);
    }
}
