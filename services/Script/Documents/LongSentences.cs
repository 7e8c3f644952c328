using System.Text.RegularExpressions;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Documents;

/// <summary>Splits a sentence that takes too long to say for one scene at the borders of its clauses.</summary>
internal static partial class LongSentences
{
    private const int MostCharacters = 1500;
    private const double LongestSeconds = 12;
    private const double WantedSeconds = 8;
    private const double ShortestSeconds = 2.5;

    /// <returns>The sentence itself, or its parts in order, which joined by their spaces give it again.</returns>
    public static List<string> Split(string sentence, string language)
    {
        var seconds = SpeechPace.Seconds(sentence, language);
        if (seconds <= LongestSeconds) return [sentence];
        var borders = Borders(sentence, language);
        // The border nearest to equal shares, preferring strong ones.
        var parts = Math.Max(2, (int)Math.Round(seconds / WantedSeconds));
        var wanted = seconds / parts;
        var best = -1;
        var bestCost = double.MaxValue;
        foreach (var (place, weakness) in borders)
        {
            var left = SpeechPace.Seconds(sentence[..place], language);
            if (left < ShortestSeconds || seconds - left < ShortestSeconds) continue;
            var cost = Math.Abs(left - wanted) + (left > LongestSeconds ? 100 : 0) + (weakness * wanted * 0.35);
            if (cost >= bestCost) continue;
            bestCost = cost;
            best = place;
        }
        // One word without end, as no language writes it.
        if (best < 0) return [.. sentence.Chunk(MostCharacters).Select(c => new string(c))];
        return [.. Split(sentence[..best].TrimEnd(), language), .. Split(sentence[best..].TrimStart(), language)];
    }

    /// <summary>Places where a clause may end, with how weak each is: 0 for a semicolon, 3 for a mere space.</summary>
    private static List<(int Place, int Weakness)> Borders(string sentence, string language)
    {
        var borders = new List<(int, int)>();
        foreach (Match m in Strong().Matches(sentence)) borders.Add((m.Index + m.Length, 0));
        foreach (Match m in Comma().Matches(sentence)) borders.Add((m.Index + m.Length, 1));
        foreach (Match m in Conjunction().Matches(sentence)) borders.Add((m.Index, 2));
        if (borders.Count == 0)
        {
            if (SpokenLanguage.IsUnspaced(language))
            {
                for (var i = 10; i + 10 < sentence.Length; i += 10)
                {
                    if (!char.IsLowSurrogate(sentence[i])) borders.Add((i, 3));
                }
            }
            else
            {
                for (var i = 1; i < sentence.Length; i++)
                {
                    if (sentence[i] == ' ') borders.Add((i, 3));
                }
            }
        }
        return borders;
    }

    [GeneratedRegex("""[;:；：؛—–](?=\s|[\u3040-\u9FFF])["”’」』]?|[.!?…]["”’]?(?=\s)|[。！？][」』”]?""")]
    private static partial Regex Strong();

    [GeneratedRegex("""[,،，、]["”’」』]?(?=\s|[\u3040-\u9FFF])(?!\s*(?:and|or|und|oder|et|y|e)?\s*\p{L}+\s*[,.])""")]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?<=\s)(?:and|but|which|who|because|when|while|until|so that|as if|und|aber|weil|dass|mais|parce que|qui|pero|porque|cuando|quando|perché|maar|omdat|и|но|что|который|و|ولكن)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();
}
