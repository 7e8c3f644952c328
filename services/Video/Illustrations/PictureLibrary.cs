namespace Reelsmith.Video.Illustrations;

/// <summary>Finds the pictures for keywords. Nothing here is random: the same words give the same pictures in the same order.</summary>
internal sealed class PictureLibrary
{
    /// <summary>A wrong picture is worse than none: what scores less is not given.</summary>
    public const double Threshold = 0.35;

    private const double Support = 0.35;
    private const double PlaceStep = 0.12;
    private const int MaxIndexes = 3;

    private readonly Dictionary<string, KeywordIndex?> _indexes = new(StringComparer.Ordinal);
    private readonly Queue<string> _loaded = new();
    private readonly Lock _gate = new();

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
                if (!_indexes.TryGetValue(name, out var index))
                {
                    index = KeywordIndex.Load(name);
                    if (index is null) continue;
                    if (_loaded.Count == MaxIndexes) _indexes.Remove(_loaded.Dequeue());
                    _indexes[name] = index;
                    _loaded.Enqueue(name);
                }
                return index!;
            }
        }
        throw new InvalidOperationException("The English annotations are missing.");
    }
}
