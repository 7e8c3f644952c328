namespace Reelsmith.Video.Illustrations;

/// <summary>Which pictures the words of one language speak for: CLDR's names and keywords, and the added ones of keywords.tsv.</summary>
internal sealed class KeywordIndex
{
    private const double NameWeight = 1.0;
    private const double AddedWeight = 1.0;
    private const double KeywordWeight = 0.55;
    private const double NameHeadWeight = 0.5;
    private const double NameWordWeight = 0.3;
    private const double ElectedWeight = 0.9;
    private const double SameMeaning = 0.3;
    private const int ShortestStem = 4;

    private readonly Dictionary<string, List<Posting>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>> _stems = new(StringComparer.Ordinal);
    private Dictionary<string, int[]> _meanings = [];
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);

    private KeywordIndex(string language) => (Language, Traits) = (language, LanguageTraits.Of(language));

    public string Language { get; }

    public LanguageTraits Traits { get; }

    public int LongestTerm { get; private set; }

    /// <summary>How strongly a picture answers to a term.</summary>
    /// <param name="Specificity">Falls with the number of pictures that answer to the term as strongly.</param>
    public readonly record struct Posting(int Picture, double Weight, double Specificity = 1);

    /// <summary>The index of a language, or null when there are no annotations in it.</summary>
    /// <param name="english">The English one, on whose judgements other languages lean; null when it is loaded itself.</param>
    public static KeywordIndex? Load(string language, KeywordIndex? english)
    {
        if (IllustrationData.PackedLines($"keywords/{language}.br") is not { } lines) return null;
        var index = new KeywordIndex(language);
        for (var picture = 0; picture < lines.Count; picture++)
        {
            if (lines[picture].Length == 0) continue;
            var words = lines[picture].Split('|');
            index.AddPicture(picture, WordForms.Fold(words[0], language), words.Skip(1).Select(word => WordForms.Fold(word, language)));
        }
        index._meanings = index._exact.ToDictionary(t => t.Key, t => t.Value.Select(p => p.Picture).ToArray(), StringComparer.Ordinal);
        if (english is not null) index.LearnFrom(english);
        foreach (var term in AddedKeywords.WithoutPicture(language)) index.Forget(term);
        foreach (var (term, picture) in AddedKeywords.Of(language)) index.Add(term, picture, AddedWeight);
        Settle(index._exact);
        Settle(index._stems);
        index.LongestTerm = index._exact.Keys.Max(t => t.Length);
        return index;
    }

    /// <summary>Whether a folded word is one that no picture shows, whatever it is part of.</summary>
    public bool IsForgotten(string folded) => _forgotten.Contains(folded);

    public IReadOnlyList<Posting> Exact(string folded) => _exact.GetValueOrDefault(folded) ?? [];

    public IReadOnlyList<Posting> Stem(string stem) => _stems.GetValueOrDefault(stem) ?? [];

    private void AddPicture(int picture, string name, IEnumerable<string> keywords)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = Traits.Head(words);
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
        var stem = WordForms.Stem(term, Language);
        if (Language == "en" || stem.Length >= ShortestStem || stem == term) Put(_stems, stem);

        void Put(Dictionary<string, List<Posting>> map, string key)
        {
            if (!map.TryGetValue(key, out var postings)) map[key] = postings = new List<Posting>(1);
            var known = postings.FindIndex(p => p.Picture == picture);
            if (known < 0) postings.Add(new Posting(picture, weight));
            else if (postings[known].Weight < weight) postings[known] = new Posting(picture, weight);
        }
    }

    /// <summary>An English word that stands for nearly the same pictures means the same. What is known of it, which picture shows it best or
    /// that none does, then holds here too: "Mond" stands for every moon, and so does "moon", which is shown by the full one.</summary>
    private void LearnFrom(KeywordIndex english)
    {
        var wordsOf = new Dictionary<int, List<string>>();
        foreach (var (word, pictures) in english._meanings)
        {
            foreach (var picture in pictures)
            {
                if (!wordsOf.TryGetValue(picture, out var words)) wordsOf[picture] = words = [];
                words.Add(word);
            }
        }
        foreach (var (term, pictures) in _meanings)
        {
            var shared = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var word in pictures.SelectMany(p => wordsOf.GetValueOrDefault(p, []))) shared[word] = shared.GetValueOrDefault(word) + 1;
            var same = shared.Select(s => (Word: s.Key, Overlap: (double)s.Value / (pictures.Length + english._meanings[s.Key].Length - s.Value)))
                .Where(s => s.Overlap >= SameMeaning).ToArray();
            if (same.Length == 0) continue;
            var closest = same.Max(s => s.Overlap);
            var means = same.Where(s => s.Overlap == closest).Select(s => s.Word).ToArray();
            if (means.All(english.IsForgotten)) Forget(term);
            else if (_exact[term].Max(p => p.Weight) < NameWeight && Best(means) is { } best) Add(term, best, ElectedWeight);

            int? Best(IEnumerable<string> words) => words.SelectMany(english.Exact).Where(p => p.Weight >= NameWeight && pictures.Contains(p.Picture))
                .OrderByDescending(p => p.Specificity).ThenBy(p => p.Picture).Select(p => (int?)p.Picture).FirstOrDefault();
        }
    }

    /// <summary>The word alone says nothing any more. Its stem stays forgotten too, or "parts" would bring back "part".</summary>
    private void Forget(string term)
    {
        _exact.Remove(term);
        _stems.Remove(WordForms.Stem(term, Language));
        _forgotten.Add(term);
    }

    private static void Settle(Dictionary<string, List<Posting>> map)
    {
        foreach (var postings in map.Values)
        {
            postings.Sort((a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Picture.CompareTo(b.Picture));
            for (int i = postings.Count - 1, asStrong = postings.Count; i >= 0; i--)
            {
                if (i + 1 < postings.Count && postings[i].Weight > postings[i + 1].Weight) asStrong = i + 1;
                postings[i] = postings[i] with { Specificity = 1 / (1 + (0.35 * Math.Log2(asStrong))) };
            }
            postings.TrimExcess();
        }
    }
}
