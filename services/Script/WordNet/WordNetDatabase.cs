using System.Collections.Concurrent;
using System.Globalization;
using Reelsmith.Contracts;

namespace Reelsmith.Script.WordNet;

/// <summary>WordNet 3.0 on disk: looks words up in the sorted index files and reads single synsets. Thread-safe.</summary>
internal sealed class WordNetDatabase : IDisposable
{
    private const string DefaultFolder = "/usr/share/wordnet";
    private static readonly string[] s_names = ["noun", "verb", "adj", "adv"];

    private readonly SortedLines[] _index;
    private readonly SortedLines[] _data;
    private readonly SortedLines[] _exceptions;
    private readonly SortedLines? _tagCounts;
    private readonly ConcurrentDictionary<SynsetId, Synset> _synsets = new();

    /// <param name="folder">Holds index.noun, data.noun, noun.exc and the like.</param>
    public WordNetDatabase(string folder)
    {
        _index = [.. s_names.Select(name => new SortedLines(Path.Combine(folder, $"index.{name}")))];
        _data = [.. s_names.Select(name => new SortedLines(Path.Combine(folder, $"data.{name}")))];
        _exceptions = [.. s_names.Select(name => new SortedLines(Path.Combine(folder, $"{name}.exc")))];
        var tagCounts = Path.Combine(folder, "cntlist.rev");
        _tagCounts = File.Exists(tagCounts) ? new SortedLines(tagCounts) : null;
    }

    /// <summary>Opens the database of this machine: the folder that WNSEARCHDIR or WNHOME names, or Debian's.</summary>
    /// <exception cref="ReelsmithException">wordnet_missing: it is not installed.</exception>
    public static WordNetDatabase Find()
    {
        var folder = Folders().FirstOrDefault(f => s_names.All(name =>
            File.Exists(Path.Combine(f, $"index.{name}")) && File.Exists(Path.Combine(f, $"data.{name}")) && File.Exists(Path.Combine(f, $"{name}.exc"))));
        return folder is null
            ? throw ReelsmithException.Unavailable("wordnet_missing", "WordNet, from which topics are explained, is not installed.", "apt install wordnet-base")
            : new WordNetDatabase(folder);
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("WNSEARCHDIR") is { Length: > 0 } search) yield return search;
        if (Environment.GetEnvironmentVariable("WNHOME") is { Length: > 0 } home) yield return Path.Combine(home, "dict");
        yield return DefaultFolder;
    }

    /// <summary>All nouns' synset lines, for questions about how words are used in glosses.</summary>
    internal ReadOnlySpan<byte> NounData => _data[(int)PartOfSpeech.Noun].Bytes;

    /// <summary>The senses of a word or collocation, most frequent first; of its base form when the word itself is not listed.</summary>
    public IReadOnlyList<Sense> Senses(string word, PartOfSpeech partOfSpeech)
    {
        if (BaseForm(word, partOfSpeech) is not { } lemma) return [];
        var fields = _index[(int)partOfSpeech].Find(Key(lemma))!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = int.Parse(fields[2], CultureInfo.InvariantCulture);
        var tagged = int.Parse(fields[^(count + 1)], CultureInfo.InvariantCulture);
        var senses = new Sense[count];
        for (var i = 0; i < count; i++)
        {
            var synset = Synset(new SynsetId(partOfSpeech, int.Parse(fields[^(count - i)], CultureInfo.InvariantCulture)));
            var written = synset.Words.First(w => w.Text.Equals(lemma, StringComparison.OrdinalIgnoreCase));
            var key = SenseKey(synset, written);
            senses[i] = new Sense(written.Text, i + 1, synset, i < tagged ? TagCount(key) : 0, key);
        }
        return senses;
    }

    /// <summary>The synset as a sense of one of its words.</summary>
    public Sense SenseOf(Synset synset, SynsetWord word) =>
        Senses(word.Text, synset.Id.PartOfSpeech).First(s => s.Synset.Id == synset.Id);

    /// <summary>The word's base form in lower case with spaces, as far as WordNet lists it as that part of speech; else null.</summary>
    public string? BaseForm(string word, PartOfSpeech partOfSpeech)
    {
        var written = word.Trim().ToLowerInvariant().Replace('_', ' ');
        if (written.Length == 0) return null;
        if (Lists(written, partOfSpeech)) return written;
        return BaseFormOfInflected(written, partOfSpeech);
    }

    /// <summary>Whether WordNet lists the word or its base form as a noun.</summary>
    public bool IsNoun(string word) => BaseForm(word, PartOfSpeech.Noun) is not null;

    /// <summary>Whether WordNet lists exactly this form (capitals and underscores apart).</summary>
    public bool Lists(string word, PartOfSpeech partOfSpeech) => _index[(int)partOfSpeech].Find(Key(word)) is not null;

    /// <summary>The base form of a word that may itself be listed ("leaves" is a plural of "leaf"); null when it is no inflected form.</summary>
    public string? BaseFormOfInflected(string word, PartOfSpeech partOfSpeech)
    {
        var written = word.Trim().ToLowerInvariant().Replace('_', ' ');
        if (_exceptions[(int)partOfSpeech].Find(Key(written)) is { } exception)
        {
            return exception.Split(' ').Skip(1).Select(w => w.Replace('_', ' ')).FirstOrDefault(w => Lists(w, partOfSpeech));
        }
        if (Morphology.Detached(written, partOfSpeech).FirstOrDefault(w => Lists(w, partOfSpeech)) is { } detached) return detached;
        // In a collocation the last word is inflected, or (of a verb) the first.
        var space = partOfSpeech == PartOfSpeech.Verb ? written.IndexOf(' ', StringComparison.Ordinal) : written.LastIndexOf(' ');
        if (space < 0) return null;
        var (head, rest) = partOfSpeech == PartOfSpeech.Verb ? (written[..space], written[space..]) : (written[(space + 1)..], written[..(space + 1)]);
        if (BaseFormOfInflected(head, partOfSpeech) is not { } baseHead) return null;
        var collocation = partOfSpeech == PartOfSpeech.Verb ? baseHead + rest : rest + baseHead;
        return Lists(collocation, partOfSpeech) ? collocation : null;
    }

    /// <summary>Reads a synset.</summary>
    public Synset Synset(SynsetId id) =>
        _synsets.GetOrAdd(id, wanted => SynsetLine.Parse(wanted.PartOfSpeech, _data[(int)wanted.PartOfSpeech].LineAt(wanted.Offset)));

    /// <summary>The synsets that pointers of one kind lead to.</summary>
    public IEnumerable<Synset> Related(Synset synset, Relation relation) => synset.Targets(relation).Select(Synset);

    /// <summary>Everything the synset is a kind or an instance of, nearest first, without repetition.</summary>
    public IReadOnlyList<Synset> Hypernyms(Synset synset)
    {
        var found = new List<Synset>();
        var seen = new HashSet<SynsetId>();
        var level = new List<Synset> { synset };
        while (level.Count > 0)
        {
            level = [.. level.SelectMany(s => Related(s, Relation.Hypernym).Concat(Related(s, Relation.InstanceHypernym))).Where(s => seen.Add(s.Id))];
            found.AddRange(level);
        }
        return found;
    }

    private string SenseKey(Synset synset, SynsetWord word)
    {
        var (type, head) = synset switch
        {
            { Id.PartOfSpeech: PartOfSpeech.Noun } => (1, ":"),
            { Id.PartOfSpeech: PartOfSpeech.Verb } => (2, ":"),
            { Id.PartOfSpeech: PartOfSpeech.Adverb } => (4, ":"),
            { IsSatellite: false } => (3, ":"),
            _ => (5, HeadOf(synset)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Key(word.Text)}%{type}:{synset.FileNumber:00}:{word.LexicographerId:00}:{head}");
    }

    private string HeadOf(Synset satellite)
    {
        var head = Synset(satellite.Targets(Relation.SimilarTo).First()).Words[0];
        return string.Create(CultureInfo.InvariantCulture, $"{Key(head.Text)}:{head.LexicographerId:00}");
    }

    private int TagCount(string senseKey) =>
        _tagCounts?.Find(senseKey) is { } line ? int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture) : 0;

    private static string Key(string word) => word.ToLowerInvariant().Replace(' ', '_');

    public void Dispose()
    {
        foreach (var file in _index.Concat(_data).Concat(_exceptions)) file.Dispose();
        _tagCounts?.Dispose();
    }
}
