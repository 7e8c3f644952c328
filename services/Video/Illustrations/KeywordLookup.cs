namespace Reelsmith.Video.Illustrations;

/// <summary>Looks one keyword up: as it stands, without its ending, as a compound, as a run of characters.</summary>
internal sealed class KeywordLookup(KeywordIndex index)
{
    private const double StemQuality = 0.95;
    private const double PlainQuality = 0.9;
    private const double HeadQuality = 0.7;
    private const double OtherQuality = 0.5;
    private const double OwnWord = 0.9;
    private const int ShortestCompoundPart = 4;

    /// <summary>Pictures with the score that this keyword alone gives them, before what the picture itself is worth.</summary>
    public IEnumerable<(int Picture, double Score)> Find(string keyword)
    {
        var folded = WordForms.Fold(keyword, index.Language);
        if (folded.Length == 0 || index.IsForgotten(folded)) return [];
        var found = new Dictionary<int, double>();
        Whole(folded, 1, found);
        if (found.Count > 0) return Of(found);
        var words = folded.Split(' ');
        if (words.Length > 1)
        {
            var head = index.Traits.Head(words);
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
        if (index.IsForgotten(word)) return;
        // a word out of its phrase speaks only for the picture whose own name it is: "French Revolution" is not about fries
        var alone = new Dictionary<int, double>();
        Whole(word, 1, alone, OwnWord);
        if (alone.Count == 0) Parts(word, 1, alone);
        foreach (var (picture, score) in alone) found[picture] = Math.Max(found.GetValueOrDefault(picture), score * quality);
    }

    private void Whole(string term, double quality, Dictionary<int, double> found, double leastWeight = 0)
    {
        Take(index.Exact(term), quality, found, leastWeight);
        foreach (var word in WordForms.Bases(term, index.Language)) Take(index.Exact(word), quality * StemQuality, found, leastWeight);
        Take(index.Stem(WordForms.Stem(term, index.Language)), quality * StemQuality, found, leastWeight);
        if (found.Count > 0) return;
        var plain = WordForms.WithoutAccents(term);
        if (plain == term) return;
        foreach (var word in WordForms.Bases(plain, index.Language)) Take(index.Exact(word), quality * PlainQuality, found, leastWeight);
    }

    private void Parts(string word, double quality, Dictionary<int, double> found)
    {
        if (index.Traits.Unspaced) Runs(word, quality, found);
        else if (index.Traits.Compounding) Compound(word, quality, found);
        if (found.Count == 0 && index.Traits.Agglutinating) Prefix(word, quality, found);
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

    private static void Take(IReadOnlyList<KeywordIndex.Posting> postings, double quality, Dictionary<int, double> found, double leastWeight = 0)
    {
        foreach (var posting in postings)
        {
            if (posting.Weight < leastWeight) break; // strongest first
            var score = posting.Weight * posting.Specificity * quality;
            if (score > found.GetValueOrDefault(posting.Picture)) found[posting.Picture] = score;
        }
    }
}
