using System.Collections.Frozen;
using System.Globalization;

namespace Reelsmith.Contracts;

/// <summary>Breaks narration into captions: at most two lines, ending where a speaker would pause. Pure: the drawn captions, the
/// subtitle files and the subtitle track show the same phrases.</summary>
public static class CaptionPhrases
{
    private const double NewPhraseCost = 1.5;
    private const double InsideSentenceEndCost = 6;
    private const double InsidePauseCost = 5;
    private const double ShortPhraseCost = 3;
    private const double TooLongCost = 100;
    private const int ShortPhraseCharacters = 12;
    private const long Pause = 28_800; // 0.6 s

    private static readonly FrozenSet<string> Conjunctions = new[]
    {
        "and", "but", "or", "nor", "so", "yet", "because", "although", "though", "while", "when", "where", "which", "who", "that", "if", "until",
        "unless", "since", "whereas", "und", "oder", "aber", "weil", "dass", "wenn", "et", "ou", "mais", "que", "qui", "car", "y", "o", "pero", "porque", "e", "ma", "che",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that lean on the next: articles, prepositions, possessives.
    private static readonly FrozenSet<string> Leaning = new[]
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "into", "about", "as", "is", "are", "was", "were", "its", "his", "her", "their", "my", "our", "your",
        "no", "not", "very", "der", "die", "das", "den", "dem", "ein", "eine", "im", "am", "von", "zu", "mit", "le", "la", "les", "un", "une", "de", "du", "des", "en", "el", "los", "las",
    }.Concat(Conjunctions).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="lineCharacters">Most characters of a line; only a single longer word goes beyond.</param>
    public static IReadOnlyList<CaptionPhrase> Of(IReadOnlyList<SpokenWord> words, int lineCharacters)
    {
        // best[j]: the cheapest way to cut the first j words into phrases; phrase[j]: its last phrase.
        var best = new double[words.Count + 1];
        var phrase = new CaptionPhrase[words.Count + 1];
        for (var end = 1; end <= words.Count; end++)
        {
            best[end] = double.PositiveInfinity;
            var inside = 0d;
            for (var first = end - 1; first >= 0; first--)
            {
                if (first < end - 1) inside += InsideCost(words, first);
                if (Width(words, first, end) > (2 * lineCharacters) + 1 && first < end - 1) break;
                var (second, lines) = BestLines(words, first, end, lineCharacters);
                if (lines >= TooLongCost && first < end - 1) continue;
                var cost = best[first] + NewPhraseCost + inside + lines + (end == words.Count ? 0 : BreakCost(words, end - 1))
                    + (Width(words, first, end) < ShortPhraseCharacters ? ShortPhraseCost : 0);
                if (cost >= best[end]) continue;
                best[end] = cost;
                phrase[end] = new CaptionPhrase(first, second, end);
            }
        }
        var phrases = new List<CaptionPhrase>();
        for (var end = words.Count; end > 0; end = phrases[^1].First) phrases.Add(phrase[end]);
        phrases.Reverse();
        return phrases;
    }

    // What it costs to keep word and its successor in one phrase.
    private static double InsideCost(IReadOnlyList<SpokenWord> words, int word) =>
        (EndsSentence(words[word].Text) ? InsideSentenceEndCost : 0) + (words[word + 1].Start - words[word].End > Pause ? InsidePauseCost : 0);

    // What it costs to part word from its successor.
    private static double BreakCost(IReadOnlyList<SpokenWord> words, int word)
    {
        var text = words[word].Text;
        if (EndsSentence(text)) return 0;
        if (EndsClause(text)) return 1;
        if (Leaning.Contains(Bare(text))) return 9;
        return Conjunctions.Contains(Bare(words[word + 1].Text)) ? 2.5 : 6;
    }

    private static (int SecondLine, double Cost) BestLines(IReadOnlyList<SpokenWord> words, int first, int end, int lineCharacters)
    {
        var whole = Width(words, first, end);
        if (whole <= lineCharacters) return (end, 0);
        var best = (SecondLine: end, Cost: TooLongCost);
        for (var second = first + 1; second < end; second++)
        {
            var upper = Width(words, first, second);
            var lower = Width(words, second, end);
            if (upper > lineCharacters || lower > lineCharacters) continue;
            var cost = (3.0 * Math.Abs(upper - lower) / whole) + (BreakCost(words, second - 1) / 4)
                + (second == end - 1 && Bare(words[second].Text).Length <= 3 && words[second - 1].SpaceAfter ? 20 : 0);
            if (cost < best.Cost) best = (second, cost);
        }
        return best;
    }

    private static int Width(IReadOnlyList<SpokenWord> words, int from, int to)
    {
        var width = 0;
        for (var i = from; i < to; i++)
        {
            width += new StringInfo(words[i].Text).LengthInTextElements + (i + 1 < to && words[i].SpaceAfter ? 1 : 0);
        }
        return width;
    }

    private static bool EndsSentence(string word) => LastSign(word) is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟';

    private static bool EndsClause(string word) => LastSign(word) is ',' or ';' or ':' or '—' or '–' or '，' or '、' or '；' or '：' or '،';

    private static char LastSign(string word)
    {
        var end = word.AsSpan().TrimEnd("\"'”’»)]」』）");
        return end.Length == 0 ? '\0' : end[^1];
    }

    private static string Bare(string word) => word.Trim('"', '\'', '“', '”', '‘', '’', '(', ')', ',', '.', ';', ':', '!', '?');
}
