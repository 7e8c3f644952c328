namespace Reelsmith.Contracts;

/// <summary>Breaks narration into the phrases that captions show, in the picture and in the subtitle files alike.</summary>
public static class CaptionPhrases
{
    private const int MostWords = 24;
    private const string SentenceEnds = ".?!…。？！؟۔।";
    private const string ClauseEnds = ",;:，、；：،؛—–";
    private const string Closers = "\"'”’»)]）」』》\u200F\u200E";

    // Chinese and Japanese particles that stay with the word before them.
    private const string Particles = "的了着过吗呢吧啊们之地得はがをにでとものへよね";

    /// <summary>At most two lines of at most <paramref name="maxCharacters"/>; a phrase ends with a sentence, at punctuation, at a
    /// pause or before a conjunction where it can; lines are balanced; the second is never one short word.</summary>
    /// <param name="maxCharacters">As <see cref="CaptionWidth"/> counts. A longer word stands alone on its line.</param>
    public static IReadOnlyList<CaptionPhrase> Break(IReadOnlyList<SpokenWord> words, string language, int maxCharacters)
    {
        // best[i]: the least cost of breaking the words before i; the cost of a phrase does not depend on its neighbours.
        var best = new double[words.Count + 1];
        var chosen = new CaptionPhrase?[words.Count + 1];
        Array.Fill(best, double.PositiveInfinity, 1, words.Count);
        for (var first = 0; first < words.Count; first++)
        {
            for (var end = first + 1; end <= Math.Min(words.Count, first + MostWords); end++)
            {
                if (Lay(words, first, end, language, maxCharacters) is not { } laid)
                {
                    if (end > first + 1) break;
                    laid = (null, 60); // one word longer than a line
                }
                var cost = best[first] + laid.Cost + PhraseCost(words, first, end, language);
                if (cost >= best[end]) continue;
                best[end] = cost;
                chosen[end] = new CaptionPhrase(first, end - first, laid.SecondLine);
            }
        }
        var phrases = new List<CaptionPhrase>();
        for (var end = words.Count; end > 0; end = phrases[^1].First) phrases.Add(chosen[end]!);
        phrases.Reverse();
        return phrases;
    }

    // One line where it fits, else the best place for a second; null when it does not fit in two.
    private static (int? SecondLine, double Cost)? Lay(IReadOnlyList<SpokenWord> words, int first, int end, string language, int max)
    {
        if (Length(words, first, end, language) <= max) return (null, 0);
        (int? SecondLine, double Cost)? best = null;
        for (var second = first + 1; second < end; second++)
        {
            double upper = Length(words, first, second, language), lower = Length(words, second, end, language);
            if (upper > max || lower > max) continue;
            var cost = 12 * Math.Abs(upper - lower) / max;
            if (second == end - 1 && CaptionWidth.Of(Letters(words[second].Text), language) <= (CaptionWidth.IsWide(language) ? 1 : 3)) cost += 50;
            cost += EndCost(words, second, language) / 2;
            if (best is null || cost < best.Value.Cost) best = (second, cost);
        }
        return best;
    }

    private static double PhraseCost(IReadOnlyList<SpokenWord> words, int first, int end, string language)
    {
        var cost = 10.0;
        if (end < words.Count) cost += EndCost(words, end, language) * 1.5;
        var seconds = (words[end - 1].End - words[first].Start) / (double)VideoFormat.SampleRate;
        if (seconds < 0.9) cost += 12 * (0.9 - Math.Max(0, seconds));
        if (seconds > 6) cost += 4 * (seconds - 6);
        for (var i = first + 1; i < end; i++)
        {
            if (EndsWith(words[i - 1].Text, SentenceEnds) && !IsAbbreviation(words[i - 1].Text)) cost += 25;
            if (Pause(words, i) > 0.6) cost += 15;
        }
        return cost;
    }

    /// <summary>How bad it is to break before a word: 0 after a sentence.</summary>
    private static double EndCost(IReadOnlyList<SpokenWord> words, int at, string language)
    {
        var before = words[at - 1].Text;
        var after = words[at].Text;
        if (Particles.Contains(after[0], StringComparison.Ordinal) && CaptionWidth.IsWide(language)) return 40;
        if (EndsWith(before, SentenceEnds) && !IsAbbreviation(before)) return 0;
        if (EndsWith(before, ClauseEnds)) return 2;
        if (Pause(words, at) > 0.3) return 3;
        if (FunctionWords.LeansForward(before, language)) return 24;
        if (FunctionWords.IsConjunction(after, language)) return 4;
        if (IsNumber(before) && !IsNumber(after) && before.Length < 5) return 16; // a number stays with what it counts
        return FunctionWords.LeansForward(after, language) ? 7 : 11;
    }

    private static double Length(IReadOnlyList<SpokenWord> words, int first, int end, string language)
    {
        double length = 0;
        for (var i = first; i < end; i++) length += CaptionWidth.Of(words[i].Text, language) + (words[i].SpaceAfter && i + 1 < end ? CaptionWidth.Of(" ", language) : 0);
        return length;
    }

    private static double Pause(IReadOnlyList<SpokenWord> words, int at) => (words[at].Start - words[at - 1].End) / (double)VideoFormat.SampleRate;

    private static bool EndsWith(string word, string ends)
    {
        var bare = word.AsSpan().TrimEnd(Closers);
        return bare.Length > 0 && ends.Contains(bare[^1], StringComparison.Ordinal);
    }

    // "St." and "J." end no sentence, nor does a word with points inside.
    private static bool IsAbbreviation(string word) => word.EndsWith('.') && (word.Length <= 2 || word.AsSpan(0, word.Length - 1).Contains('.') || word is "St." or "Mr." or "Dr." or "Mrs." or "Ms." or "vs." or "No.");

    private static bool IsNumber(string word) => word.Length > 0 && char.IsDigit(word[0]);

    private static string Letters(string word) => new([.. word.Where(char.IsLetterOrDigit)]);
}
