namespace Reelsmith.Script.WordNet;

/// <summary>Finds the nouns of a prompt: the longest collocations that WordNet has.</summary>
internal sealed class NounPhraseReader(WordNetDatabase database)
{
    private const int LongestCollocation = 6;

    private readonly SenseChooser _senses = new(database);

    /// <summary>The noun phrase at the beginning: its head, the nouns that modify it, and the index of the word after it; null when there is none that WordNet knows.</summary>
    public (Subject Subject, IReadOnlyList<Sense> Modifiers, int Next)? Read(string[] words, IReadOnlySet<string> context, PromptFrameKind frame)
    {
        var i = 0;
        string? article = null;
        while (i < words.Length && words[i].ToLowerInvariant() is "the" or "a" or "an" or "some" or "all" or "most" or "our" or "every" or "this" or "these" or "those")
        {
            if (words[i].ToLowerInvariant() is "the" or "a" or "an") article = words[i].ToLowerInvariant();
            i++;
        }
        var first = i;
        for (; i < words.Length; i++)
        {
            if (At(words, i, article, frame, context) is { } found && !IsModifier(words, i, found.Next))
            {
                return Head(words, found, article, frame, context, first: i == first);
            }
            // Before the noun there may be adjectives that the collocations do not hold ("happy dogs").
            if (!database.Lists(words[i], PartOfSpeech.Adjective)) return null;
        }
        return null;
    }

    /// <summary>The other nouns of a prompt; null when one is a name that WordNet does not have ("in Rust").</summary>
    public List<Sense>? Others(string[] words, IReadOnlySet<string> context)
    {
        var found = new List<Sense>();
        for (var i = 0; i < words.Length;)
        {
            if (FunctionWords.IsFunctionWord(words[i].ToLowerInvariant()) || At(words, i, null, PromptFrameKind.Is, context) is not { } at)
            {
                i++;
                continue;
            }
            if (char.IsUpper(words[i][0]) && !char.IsUpper(at.Subject.Sense.Word[0])) return null;
            if (!Generic.IsNoun(at.Subject.Sense.Word)) found.Add(at.Subject.Sense);
            i = at.Next;
        }
        return found;
    }

    /// <summary>Whether WordNet has every word, alone or in a collocation.</summary>
    public bool Knows(string[] words)
    {
        for (var i = 0; i < words.Length;)
        {
            var taken = FunctionWords.IsFunctionWord(words[i].ToLowerInvariant()) ? 1 : 0;
            for (var n = Math.Min(LongestCollocation, words.Length - i); n > taken; n--)
            {
                var written = string.Join(' ', words[i..(i + n)]);
                if (written.EndsWith("'s", StringComparison.Ordinal)) written = written[..^2];
                if (Enum.GetValues<PartOfSpeech>().Any(p => database.BaseForm(written, p) is not null)) taken = n;
            }
            if (taken == 0) return false;
            i += taken;
        }
        return true;
    }

    private (Subject Subject, int Next)? At(string[] words, int i, string? article, PromptFrameKind frame, IReadOnlySet<string> context)
    {
        for (var n = Math.Min(LongestCollocation, words.Length - i); n > 0; n--)
        {
            var written = string.Join(' ', words[i..(i + n)]);
            if (n == 1 && FunctionWords.IsFunctionWord(written.ToLowerInvariant())) break;
            if (Subject(written, article, frame, i == 0, context) is { } subject) return (subject, i + n);
        }
        return null;
    }

    private Subject? Subject(string written, string? article, PromptFrameKind frame, bool beginsPrompt, IReadOnlySet<string> context)
    {
        if (database.BaseForm(written, PartOfSpeech.Noun) is not { } lemma) return null;
        var singular = database.BaseFormOfInflected(written, PartOfSpeech.Noun);
        var plural = singular is not null && !singular.Equals(written, StringComparison.OrdinalIgnoreCase)
            && (lemma == singular || database.Senses(singular, PartOfSpeech.Noun)[0].TagCount >= 1);
        var own = ContentWords.Stems(written);
        var others = context.Where(s => !own.Contains(s)).ToHashSet();
        var countable = plural || article is "a" or "an";
        return _senses.Noun(plural ? singular! : written, beginsPrompt && frame == PromptFrameKind.None, countable, article == "the", others) is { } sense
            ? new Subject(written, sense, article, plural, IsBare: frame != PromptFrameKind.None && article is null && !plural)
            : null;
    }

    // "Ancient Egypt": "ancient" is a noun too, but here it says which Egypt.
    private bool IsModifier(string[] words, int i, int next) =>
        next == i + 1 && next < words.Length && database.Lists(words[i], PartOfSpeech.Adjective) && !FunctionWords.IsFunctionWord(words[next].ToLowerInvariant())
        && database.IsNoun(words[next]) && database.Senses(words[i], PartOfSpeech.Adjective)[0].TagCount >= database.Senses(words[i], PartOfSpeech.Noun)[0].TagCount;

    // "Bird migration" is no collocation of WordNet. It is understood when a gloss of one names the other; "machine learning" is not.
    private (Subject Subject, IReadOnlyList<Sense> Modifiers, int Next)? Head(string[] words, (Subject Subject, int Next) found, string? article, PromptFrameKind frame,
        IReadOnlySet<string> context, bool first)
    {
        var (subject, next) = found;
        if (next >= words.Length || FunctionWords.IsFunctionWord(words[next].ToLowerInvariant()) || !database.IsNoun(words[next]) || IsPredicate(words[next], subject, frame))
        {
            return (subject, [], next);
        }
        if (At(words, next, article, frame, context) is not { } head) return (subject, [], next);
        var meant = database.Senses(head.Subject.Sense.Word, PartOfSpeech.Noun).FirstOrDefault(s => Names(s, subject.Sense) && !Unsuitable.Is(s.Synset))
            ?? (Names(subject.Sense, head.Subject.Sense) ? head.Subject.Sense : null);
        return meant is not null ? (head.Subject with { Sense = meant, Written = first ? string.Join(' ', words[..head.Next]) : head.Subject.Written }, [subject.Sense], head.Next) : null;
    }

    private bool IsPredicate(string word, Subject subject, PromptFrameKind frame) => frame switch
    {
        PromptFrameKind.Does => database.Lists(word, PartOfSpeech.Verb) || (!subject.IsPlural && database.BaseForm(word, PartOfSpeech.Verb) is not null),
        PromptFrameKind.Is => database.Lists(word, PartOfSpeech.Adjective) || (word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && database.BaseForm(word, PartOfSpeech.Verb) is not null)
            || word.ToLowerInvariant() is "made",
        _ => false,
    };

    private static bool Names(Sense one, Sense other) => ContentWords.Stems($"{one.Synset.Definition} {string.Join(' ', one.Synset.Examples)}").Overlaps(ContentWords.Stems(other.Word));
}
