namespace Reelsmith.Script.WordNet;

/// <summary>Writes what can be said of a topic and takes what fits a length.</summary>
internal sealed class PartWriter
{
    private const double WordsPerSecond = 155 / 60.0;
    private const double SecondsPerPart = 1.3;
    private const double OpeningAndClosingSeconds = 13;
    private const double LongerClosingSeconds = 5;
    private const double Tolerance = 3;
    private const int RoomForBothKinds = 90;
    private const int RoomForBothInClosing = 45;

    private readonly Lexicon _lexicon;
    private readonly DefinitionWriter _definitions;
    private readonly PredicateWriter _predicates;
    private readonly TermsWriter _terms;
    private readonly RelationWriter _relations;
    private readonly OpeningAndClosing _frame;

    public PartWriter(WordNetDatabase database)
    {
        _lexicon = new Lexicon(database);
        _definitions = new DefinitionWriter(_lexicon);
        _predicates = new PredicateWriter(_lexicon);
        _terms = new TermsWriter(_lexicon);
        _relations = new RelationWriter(_lexicon);
        _frame = new OpeningAndClosing(_lexicon);
    }

    /// <summary>The parts, in their order; none when the subject's gloss says nothing.</summary>
    public IReadOnlyList<ExplanationPart> Write(Topic topic, int seconds)
    {
        var subject = _lexicon.Concepts.Of(topic.Subject);
        var other = topic.Other is null ? null : _lexicon.Concepts.Of(topic.Other);
        if (!subject.IsDefined && _definitions.ByDoing(subject) is { } doing) subject = doing;
        if (!subject.IsDefined || other is { IsDefined: false }) return [];
        var telling = new Telling(topic, subject, other is null ? _definitions.Meanings(subject, topic.Subject.Sense) : [subject]);
        var predicate = _predicates.Write(telling);
        var parts = Fitting(Candidates(telling, other, predicate?.Part, seconds), seconds - OpeningAndClosingSeconds - (predicate is null && other is null ? 0 : LongerClosingSeconds));
        return [_frame.Opening(telling, parts), .. parts, .. seconds >= 20 ? new[] { _frame.Closing(telling, other, seconds >= RoomForBothInClosing ? predicate?.Clause : null, parts) } : []];
    }

    private List<Candidate> Candidates(Telling telling, Concept? other, ExplanationPart? predicate, int seconds)
    {
        var most = seconds > 80 ? 4 : 3;
        var found = new List<Candidate> { new(1, WithShort(_definitions.Definition(telling.Subject, other is null ? telling.Meanings : [telling.Subject], ExplanationPartKind.Definition))) };
        if (other is not null)
        {
            found.Add(new(1, WithShort(_definitions.Definition(other, [other], ExplanationPartKind.Contrast))));
            telling.Explained.Add(other.Synset.Id);
            if (_relations.Shared(telling.Subject, other) is { } shared) found.Add(new(0.95, [Both(telling, other, shared)]));
        }
        else if (_definitions.KindOfThing(telling) is { } kind)
        {
            found.Add(new(0.6, [kind]));
        }
        if (predicate is not null) found.Add(new(1, WithShort(predicate)));
        Add(0.8, _terms.Write(telling));
        if (other is not null)
        {
            Add(0.6, _terms.WriteMore(telling));
            if (seconds < RoomForBothKinds) return found; // the kinds of one alone would tip the scales
            Add(0.7, _relations.Kinds(telling, most));
            Add(0.7, _relations.Kinds(new Telling(telling.Topic, other, [other]), most));
            return found;
        }
        Add(0.75, _relations.Parts(telling, most));
        Add(0.7, _relations.Kinds(telling, most));
        Add(0.5, _relations.Wholes(telling));
        Add(0.78, _relations.Examples(telling));
        Add(0.4, _terms.WriteMore(telling));
        return found;

        void Add(double importance, IReadOnlyList<ExplanationPart> variants)
        {
            if (variants.Count > 0) found.Add(new Candidate(importance, variants));
        }
    }

    private static ExplanationPart Both(Telling telling, Concept other, Concept shared)
    {
        telling.Explained.Add(shared.Synset.Id);
        return new ExplanationPart
        {
            Kind = ExplanationPartKind.Contrast,
            Narration = [shared.IsMass ? $"Both are kinds of {shared.Name}." : $"Both are {shared.Plural}.", Sentences.Definition(shared)!],
            Headline = shared.IsMass ? $"Both are {shared.Name}" : $"Both are {shared.Plural}",
            Emphasis = [shared.IsMass ? shared.Name : shared.Plural],
            Keywords = [shared.Name, telling.Subject.Name, other.Name],
            Facts = [Lexicon.Named(shared), Lexicon.Fact(shared)],
        };
    }

    // Where there is little time the first sentence says it.
    private static ExplanationPart[] WithShort(ExplanationPart part) =>
        part.Narration.Count == 1 ? [part] : [part, part with { Narration = [part.Narration[0]], Facts = [part.Facts[0]] }];

    // By importance, each in its longest form that fits; then back in their order.
    private static List<ExplanationPart> Fitting(IReadOnlyList<Candidate> candidates, double seconds)
    {
        var taken = new Dictionary<Candidate, ExplanationPart>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Importance))
        {
            var part = candidate.Variants.FirstOrDefault(v => Seconds(v) <= seconds + Tolerance);
            if (part is null && candidate.Importance >= 1) part = candidate.Variants[^1];
            if (part is null) continue;
            taken[candidate] = part;
            seconds -= Seconds(part);
        }
        return [.. candidates.Where(taken.ContainsKey).Select(c => taken[c])];
    }

    private static double Seconds(ExplanationPart part) => (part.WordCount / WordsPerSecond) + SecondsPerPart;
}
