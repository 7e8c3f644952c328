using System.Globalization;

namespace Reelsmith.Video.Layout;

/// <summary>The last resort of fitting: fills lines in order and parts words that are wider than a line.</summary>
internal static class LongWords
{
    private static readonly string[] Clusters = ["sch", "ch", "ck", "ph", "th", "sh", "qu"];

    /// <param name="whole">Whether all of the text was set; if not, what was set ends with a whole word.</param>
    public static FittedText Fill(string text, float width, int lines, float scale, Func<string, float> measure, out bool whole)
    {
        var complete = true;
        var set = new List<FittedLine>();
        var line = "";
        var start = 0;
        var at = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            at = text.IndexOf(word, at, StringComparison.Ordinal);
            var rest = word;
            if (line.Length > 0 && Fits(line + " " + rest))
            {
                line += " " + rest;
                at += word.Length;
                continue;
            }
            if (line.Length > 0 && !Finish()) break;
            start = at;
            while (!Fits(rest))
            {
                var cut = LongestHead(rest, head => Fits(head + Hyphen(head)));
                line = rest[..cut] + Hyphen(rest[..cut]);
                rest = rest[cut..];
                if (!Finish()) break;
                start = -1;
            }
            if (!complete) break;
            line = rest;
            at += word.Length;
        }
        if (complete && line.Length > 0) Finish();
        whole = complete;
        if (!complete && set.Count > 0)
        {
            var last = set.FindLastIndex(done => !done.Text.EndsWith('-'));
            if (last >= 0) set.RemoveRange(last + 1, set.Count - last - 1);
        }
        return new FittedText(text, set, scale);

        bool Fits(string candidate) => measure(candidate) * scale <= width;

        bool Finish()
        {
            if (set.Count == lines) return complete = false;
            set.Add(new FittedLine(line, start, measure(line) * scale));
            line = "";
            return true;
        }
    }

    private static string Hyphen(string head) => head.Length > 0 && char.IsLetter(head[^1]) && !Scripts.IsUnspaced(head[^1]) ? "-" : "";

    /// <summary>Length of the longest beginning that fits, at least one text element, parting before a syllable if one starts near.</summary>
    private static int LongestHead(string word, Func<string, bool> fits)
    {
        var starts = StringInfo.ParseCombiningCharacters(word);
        var cut = starts.Length > 1 ? starts[1] : word.Length;
        for (var i = 1; i < starts.Length && fits(word[..starts[i]]); i++) cut = starts[i];
        for (var near = cut; near > Math.Max(2, cut - 6) && cut < word.Length; near--)
            if (Array.IndexOf(starts, near) >= 0 && StartsSyllable(word, near)) return near;
        return cut;
    }

    /// <summary>Whether one consonant, or a cluster that sounds as one, and then a vowel follow.</summary>
    private static bool StartsSyllable(string word, int at)
    {
        var cluster = Clusters.FirstOrDefault(sound => string.Compare(word, at, sound, 0, sound.Length, StringComparison.OrdinalIgnoreCase) == 0)?.Length ?? 1;
        var inside = Clusters.Any(sound => Enumerable.Range(1, sound.Length - 1).Any(back => at >= back
            && string.Compare(word, at - back, sound, 0, sound.Length, StringComparison.OrdinalIgnoreCase) == 0));
        return !inside && at + cluster < word.Length && !IsVowel(word[at]) && IsVowel(word[at + cluster]);
    }

    private static bool IsVowel(char c) => "aeiouyäöüáéíóúàèìòùAEIOUYÄÖÜ".Contains(c);
}
