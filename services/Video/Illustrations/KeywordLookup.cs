namespace Reelsmith.Video.Illustrations;

/// <summary>Looks one keyword up: as it stands, without its ending, as a compound, as a run of characters.</summary>
internal sealed class KeywordLookup(KeywordIndex index)
{
    private const double StemQuality = 0.95;
    private const double HeadQuality = 0.7;
    private const double OtherQuality = 0.5;
    private const int ShortestCompoundPart = 4;

    private static readonly HashSet<string> HeadFirst = new(["fr", "es", "it", "pt", "ca", "ro", "gl", "vi", "id", "ms", "he", "ar", "fa", "th", "sw"], StringComparer.Ordinal);
    private static readonly HashSet<string> Compounding = new(["de", "nl", "sv", "da", "nb", "fi", "hu", "et", "is", "af"], StringComparer.Ordinal);
    private static readonly HashSet<string> Unspaced = new(["zh", "zh-Hant", "ja", "th", "my", "km", "lo"], StringComparer.Ordinal);
    private static readonly HashSet<string> Agglutinating = new(["ko", "tr", "fi", "hu", "ta", "te", "ml", "kn", "az", "kk", "uz"], StringComparer.Ordinal);

    /// <summary>Pictures with the score that this keyword alone gives them, before what the picture itself is worth.</summary>
    public IEnumerable<(int Picture, double Score)> Find(string keyword)
    {
        var folded = WordForms.Fold(keyword);
        if (folded.Length == 0) return [];
        var found = new Dictionary<int, double>();
        Whole(folded, 1, found);
        if (found.Count > 0) return Of(found);
        var words = folded.Split(' ');
        if (words.Length > 1)
        {
            var head = HeadFirst.Contains(index.Language) ? 0 : words.Length - 1;
            for (var i = 0; i < words.Length; i++) Word(words[i], i == head ? HeadQuality : OtherQuality, found);
        }
        else
        {
            Parts(folded, 1, found);
        }
        return Of(found);
    }

    private static IEnumerable<(int, double)> Of(Dictionary<int, double> found) => found.Select(f => (f.Key, f.Value));

    private void Word(string word, double quality, Dictionary<int, double> found)
    {
        var before = found.Count;
        Whole(word, quality, found);
        if (found.Count == before) Parts(word, quality, found);
    }

    private void Whole(string term, double quality, Dictionary<int, double> found)
    {
        Take(index.Exact(term), quality, found);
        foreach (var word in WordForms.Bases(term, index.Language)) Take(index.Exact(word), quality * StemQuality, found);
        Take(index.Stem(WordForms.Stem(term, index.Language)), quality * StemQuality, found);
    }

    private void Parts(string word, double quality, Dictionary<int, double> found)
    {
        if (Unspaced.Contains(index.Language)) Runs(word, quality, found);
        else if (Compounding.Contains(index.Language)) Compound(word, quality, found);
        if (found.Count == 0 && Agglutinating.Contains(index.Language)) Prefix(word, quality, found);
    }

    /// <summary>The longest known runs of at least two characters; the last of a compound is what the thing is.</summary>
    private void Runs(string text, double quality, Dictionary<int, double> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(text.Length - start, index.LongestTerm);
            while (length >= 2 && index.Exact(text.Substring(start, length)).Count == 0) length--;
            if (length >= 2) Take(index.Exact(text.Substring(start, length)), quality * (start + length == text.Length ? HeadQuality : OtherQuality + 0.15), found);
            start += length >= 2 ? length : 1;
        }
    }

    private void Compound(string word, double quality, Dictionary<int, double> found)
    {
        for (var split = ShortestCompoundPart; split <= word.Length - ShortestCompoundPart; split++)
        {
            var before = found.Count;
            Whole(word[split..], quality * HeadQuality, found);
            if (found.Count > before) break;
        }
        for (var split = word.Length - ShortestCompoundPart; split >= ShortestCompoundPart; split--)
        {
            var before = found.Count;
            Whole(word[..split], quality * OtherQuality, found);
            if (found.Count > before) break;
        }
    }

    private void Prefix(string word, double quality, Dictionary<int, double> found)
    {
        var shortest = index.Language == "ko" ? 2 : Math.Max(4, word.Length / 2);
        for (var length = word.Length - 1; length >= shortest && found.Count == 0; length--) Take(index.Exact(word[..length]), quality * 0.85, found);
    }

    private static void Take(IReadOnlyList<KeywordIndex.Posting> postings, double quality, Dictionary<int, double> found)
    {
        foreach (var posting in postings)
        {
            var score = posting.Weight * posting.Specificity * quality;
            if (score > found.GetValueOrDefault(posting.Picture)) found[posting.Picture] = score;
        }
    }
}
