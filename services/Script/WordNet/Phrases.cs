namespace Reelsmith.Script.WordNet;

/// <summary>Cuts and joins phrases without breaking their grammar.</summary>
internal static class Phrases
{
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a, b and c".</summary>
    public static string Listed(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    public static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The phrase itself when it is short enough, else its beginning up to a word after which it is whole; null when there is none.</summary>
    public static string? Shortened(string phrase, int mostWords)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= mostWords) return phrase;
        for (var n = mostWords; n >= 2; n--)
        {
            var next = words[n].ToLowerInvariant().TrimEnd(',');
            var comma = words[n - 1].EndsWith(',');
            var last = words[n - 1].ToLowerInvariant().TrimEnd(',');
            if (FunctionWords.IsFunctionWord(last) || last.EndsWith("ly", StringComparison.Ordinal)) continue;
            var cut = comma || FunctionWords.Relatives.Contains(next) || next is "having" or "used" or "usually" or "especially" or "by" or "with" or "from" or "in" or "for" or "at" or "on"
                || (next is "and" or "but" && false);
            if (cut && !OpenConjunction(words[..n])) return string.Join(' ', words[..n]).TrimEnd(',');
        }
        return null;
    }

    // "between the teeth" cut before "and the cheek" would say something else.
    private static bool OpenConjunction(string[] words) =>
        words.Contains("between") || words.Contains("either") || words.Contains("both") || words[^1].EndsWith(',') && words.Count(w => w.EndsWith(',')) > 1;
}
