namespace Reelsmith.Video.Illustrations;

/// <summary>Which pictures the words of one language speak for: CLDR's names and keywords, and the added ones of keywords.tsv.</summary>
internal sealed class KeywordIndex
{
    private const double NameWeight = 1.0;
    private const double AddedWeight = 1.0;
    private const double KeywordWeight = 0.55;
    private const double NameHeadWeight = 0.5;
    private const double NameWordWeight = 0.3;

    private static readonly HashSet<string> HeadFirst = new(["fr", "es", "it", "pt", "ca", "ro", "gl", "vi", "id", "ms", "he", "ar", "fa", "th", "sw"], StringComparer.Ordinal);

    private readonly Dictionary<string, List<Posting>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>> _stems = new(StringComparer.Ordinal);

    private KeywordIndex(string language) => Language = language;

    public string Language { get; }

    public int LongestTerm { get; private set; }

    /// <summary>How strongly a picture answers to a term.</summary>
    /// <param name="Specificity">Falls with the number of pictures that answer to the term as strongly.</param>
    public readonly record struct Posting(int Picture, double Weight, double Specificity = 1);

    /// <summary>The index of a language, or null when there are no annotations in it.</summary>
    public static KeywordIndex? Load(string language)
    {
        if (IllustrationData.PackedLines($"keywords/{language}.br") is not { } lines) return null;
        var index = new KeywordIndex(language);
        for (var picture = 0; picture < lines.Count; picture++)
        {
            if (lines[picture].Length == 0) continue;
            var words = lines[picture].Split('|');
            index.AddPicture(picture, WordForms.Fold(words[0]), words.Skip(1).Select(WordForms.Fold));
        }
        foreach (var (term, picture) in AddedKeywords.Of(language)) index.Add(WordForms.Fold(term), picture, AddedWeight);
        Settle(index._exact);
        Settle(index._stems);
        index.LongestTerm = index._exact.Keys.Max(t => t.Length);
        return index;
    }

    public IReadOnlyList<Posting> Exact(string folded) => _exact.GetValueOrDefault(folded) ?? [];

    public IReadOnlyList<Posting> Stem(string stem) => _stems.GetValueOrDefault(stem) ?? [];

    private void AddPicture(int picture, string name, IEnumerable<string> keywords)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = HeadFirst.Contains(Language) ? 0 : words.Length - 1;
        for (var i = 0; words.Length > 1 && i < words.Length; i++)
        {
            if (words[i].Length > 2) weights[words[i]] = i == head ? NameHeadWeight : NameWordWeight;
        }
        // a word of the name that is a keyword too says more than either
        foreach (var keyword in keywords.Distinct(StringComparer.Ordinal)) weights[keyword] = KeywordWeight + (weights.GetValueOrDefault(keyword) / 2);
        weights[name] = NameWeight;
        foreach (var (term, weight) in weights) Add(term, picture, weight);
    }

    private void Add(string term, int picture, double weight)
    {
        if (term.Length == 0) return;
        Put(_exact, term);
        Put(_stems, WordForms.Stem(term, Language));

        void Put(Dictionary<string, List<Posting>> map, string key)
        {
            if (!map.TryGetValue(key, out var postings)) map[key] = postings = new List<Posting>(1);
            var known = postings.FindIndex(p => p.Picture == picture);
            if (known < 0) postings.Add(new Posting(picture, weight));
            else if (postings[known].Weight < weight) postings[known] = new Posting(picture, weight);
        }
    }

    private static void Settle(Dictionary<string, List<Posting>> map)
    {
        foreach (var postings in map.Values)
        {
            postings.Sort((a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Picture.CompareTo(b.Picture));
            for (var i = 0; i < postings.Count; i++)
            {
                var asStrong = postings.FindLastIndex(p => p.Weight >= postings[i].Weight) + 1;
                postings[i] = postings[i] with { Specificity = 1 / (1 + (0.35 * Math.Log2(asStrong))) };
            }
            postings.TrimExcess();
        }
    }
}
