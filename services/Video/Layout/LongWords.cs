using System.Globalization;

namespace Reelsmith.Video.Layout;

/// <summary>The last resort of fitting: fills lines in order and parts words that are wider than a line.</summary>
internal static class LongWords
{
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

    /// <summary>Length of the longest beginning that fits, at least one text element, parting after a vowel if there is one near.</summary>
    private static int LongestHead(string word, Func<string, bool> fits)
    {
        var starts = StringInfo.ParseCombiningCharacters(word);
        var cut = starts.Length > 1 ? starts[1] : word.Length;
        for (var i = 1; i < starts.Length && fits(word[..starts[i]]); i++) cut = starts[i];
        for (var near = cut; near > Math.Max(2, cut - 4); near--)
            if (Array.IndexOf(starts, near) >= 0 && "aeiouyäöüáéíóúàèìòùAEIOUY".Contains(word[near - 1]) && near < word.Length) return near;
        return cut;
    }
}
