namespace Reelsmith.Script.WordNet;

/// <summary>The words of a text that carry its topic, cut to their stems, for comparing texts with each other.</summary>
internal static class ContentWords
{
    private const int StemLength = 6;

    public static IReadOnlySet<string> Stems(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            if (Stem(word) is { } stem) stems.Add(stem);
        }
        return stems;
    }

    /// <summary>The words of a text in lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && text[i] is '\'' or '-')))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                yield return text[start..i].TrimEnd('\'', '-').ToLowerInvariant();
                start = -1;
            }
        }
    }

    private static string? Stem(string word)
    {
        if (word.Length < 3 || FunctionWords.IsFunctionWord(word) || IsEmpty(word)) return null;
        var stem = word;
        if (stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5) stem = stem[..^3];
        else if (stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4) stem = stem[..^2];
        else if (stem.EndsWith('s') && !stem.EndsWith("ss", StringComparison.Ordinal)) stem = stem[..^1];
        if (stem.EndsWith('e') && stem.Length > 4) stem = stem[..^1];
        return stem.Length > StemLength ? stem[..StemLength] : stem;
    }

    // Words that definitions are made of and that tell nothing of what is defined.
    private static bool IsEmpty(string word) => word is "act" or "person" or "thing" or "something" or "someone" or "make" or "made" or "used"
        or "use" or "form" or "part" or "kind" or "type" or "large" or "small" or "have" or "cause" or "become" or "state" or "body" or "way"
        or "group" or "move" or "place" or "time" or "get" or "give" or "take" or "put" or "come" or "like" or "especially" or "usually" or "out";
}
