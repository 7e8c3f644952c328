namespace Reelsmith.Video.Illustrations;

/// <summary>Finds the pictures for keywords. Nothing here is random: the same words give the same pictures in the same order.</summary>
internal sealed class PictureLibrary
{
    /// <summary>A wrong picture is worse than none: what scores less is not given.</summary>
    public const double Threshold = 0.4;

    private const double Support = 0.35;
    private const double PlaceStep = 0.12;
    private const int MaxIndexes = 2;
    private static readonly Lazy<KeywordIndex> SharedEnglish = new(() => KeywordIndex.Load("en", null) ?? throw new InvalidOperationException("The English annotations are missing."));

    private readonly Dictionary<string, KeywordIndex> _indexes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private static KeywordIndex English => SharedEnglish.Value;

    public PicturePack Pack { get; } = PicturePack.Default;

    /// <summary>The pictures that keywords speak for, best first.</summary>
    /// <param name="keywords">Best first; a keyword weighs less the later it comes.</param>
    /// <param name="language">BCP 47. Words of a language without annotations are looked up in English.</param>
    public IReadOnlyList<PictureMatch> Find(IReadOnlyList<string> keywords, string language)
    {
        var index = IndexOf(language);
        var scores = new Dictionary<int, (double Best, double Sum, int Keyword)>();
        for (var place = 0; place < keywords.Count; place++)
        {
            if (index.Language == "en" && AddedKeywords.MeansSomethingElse(keywords[place], keywords.Where((_, other) => other != place))) continue;
            var weight = 1 / (1 + (PlaceStep * place));
            foreach (var (picture, score) in new KeywordLookup(index).Find(keywords[place]))
            {
                var value = score * weight * PictureWorth.Of(Pack.Pictures[picture], score);
                var (best, sum, keyword) = scores.GetValueOrDefault(picture, (0, 0, place));
                scores[picture] = value > best ? (value, sum + value, place) : (best, sum + value, keyword);
            }
        }
        return [.. scores
            .Select(s => new PictureMatch(Pack.Pictures[s.Key], s.Value.Best + (Support * (s.Value.Sum - s.Value.Best)), keywords[s.Value.Keyword]))
            .Where(m => m.Score >= Threshold)
            .OrderByDescending(m => m.Score).ThenBy(m => m.Picture.Index)];
    }

    private KeywordIndex IndexOf(string language)
    {
        lock (_gate)
        {
            foreach (var name in LanguageNames.Of(language))
            {
                if (name == "en") return English;
                if (_indexes.TryGetValue(name, out var known)) return known;
                if (KeywordIndex.Load(name, English) is not { } index) continue;
                if (_indexes.Count == MaxIndexes) _indexes.Clear(); // a film has one language; a third one comes rarely
                return _indexes[name] = index;
            }
        }
        return English;
    }
}
