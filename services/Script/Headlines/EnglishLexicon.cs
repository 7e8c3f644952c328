using System.Collections.Concurrent;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Headlines;

/// <summary>What parts of speech an English word may be. Without WordNet everything that is no function word may be anything.</summary>
internal sealed class EnglishLexicon(WordNetDatabase? database)
{
    private readonly ConcurrentDictionary<(string, PartOfSpeech), string?> _forms = new();

    private readonly ConcurrentDictionary<(string, PartOfSpeech), int> _uses = new();
    private readonly ConcurrentDictionary<string, double> _picturability = new(StringComparer.Ordinal);

    public bool HasDictionary => database is not null;

    public WordNetDatabase? Database => database;

    public bool IsNoun(string word) => !EnglishWords.IsFunction(word.ToLowerInvariant()) && (database is null || Base(word, PartOfSpeech.Noun) is not null);

    public bool IsVerb(string word)
    {
        var lower = word.ToLowerInvariant();
        return EnglishWords.Verbs.Contains(lower) || (!EnglishWords.IsFunction(lower) && (database is null || Base(lower, PartOfSpeech.Verb) is not null));
    }

    public bool IsAdjective(string word) => database is null || Base(word, PartOfSpeech.Adjective) is not null;

    public bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.Ordinal) || (database is not null && Base(word, PartOfSpeech.Adverb) is not null);

    /// <summary>A verb that is plainly one here: a form of to be, to have …, a past or present form that is no noun, or a verb form after a noun.</summary>
    public bool IsPlainVerb(string word)
    {
        var lower = word.ToLowerInvariant();
        if (EnglishWords.Verbs.Contains(lower)) return true;
        if (EnglishWords.IsFunction(lower) || !IsVerb(lower)) return false;
        return lower.EndsWith("ed", StringComparison.Ordinal) || database is null || (Base(lower, PartOfSpeech.Noun) is null && Base(lower, PartOfSpeech.Adjective) is null && !IsAdverb(lower));
    }

    /// <summary>The base form of a noun, or null.</summary>
    public string? NounBase(string word)
    {
        if (database is null) return EnglishWords.Stem(word.ToLowerInvariant());
        var listed = Base(word, PartOfSpeech.Noun);
        // "shoes" is a noun of its own in WordNet (a situation), but it is shoes that people mean.
        return listed is not null && database.BaseFormOfInflected(word, PartOfSpeech.Noun) is { } singular && Uses(singular, PartOfSpeech.Noun) > Uses(listed, PartOfSpeech.Noun)
            ? singular
            : listed;
    }

    /// <summary>How often the word is used as that part of speech in WordNet's tagged texts.</summary>
    public int Uses(string word, PartOfSpeech partOfSpeech) =>
        database is null ? 0 : _uses.GetOrAdd((word.ToLowerInvariant(), partOfSpeech), key => CountUses(key.Item1, key.Item2));

    /// <summary>How well a picture can show what the noun means, 0 to 1.</summary>
    public double Picturability(string noun) => _picturability.GetOrAdd(noun.ToLowerInvariant(), word => Picturable.Weight(word, this));

    private int CountUses(string word, PartOfSpeech partOfSpeech)
    {
        var uses = database!.Senses(word, partOfSpeech).Sum(s => s.TagCount);
        // "fell" is a verb of its own, and a form of a far commoner one.
        if (partOfSpeech == PartOfSpeech.Verb && database.BaseFormOfInflected(word, partOfSpeech) is { } inflected && inflected != word) uses += database.Senses(inflected, partOfSpeech).Sum(s => s.TagCount);
        return uses;
    }

    private string? Base(string word, PartOfSpeech partOfSpeech) =>
        _forms.GetOrAdd((word.ToLowerInvariant(), partOfSpeech), key => key.Item1.Length > 40 ? null : database!.BaseForm(key.Item1, key.Item2));
}
