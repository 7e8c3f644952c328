using System.Text.RegularExpressions;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Scenes;

/// <summary>Cuts chosen sentences into scenes: where a paragraph or the topic ends, one to three sentences and five to eleven seconds each.</summary>
internal static partial class SceneGrouping
{
    private const double WantedSeconds = 7;
    private const double LongestSeconds = 12;
    private const double LongestListSeconds = 18;
    private const int MostSentences = 3;
    private const int MostPoints = 4;

    /// <param name="indices">Ascending indices of the chosen sentences.</param>
    public static List<SceneText> Group(Document document, IReadOnlyList<int> indices, string language)
    {
        var chosen = indices.Select(i => document.Sentences[i]).ToArray();
        var terms = new Terms(language);
        var words = chosen.Select(s => terms.In(s.Text).ToHashSet(StringComparer.Ordinal)).ToArray();
        var seconds = chosen.Select(s => SpeechPace.Seconds(s.Text, language)).ToArray();
        var blocks = Blocks(chosen, indices, seconds);

        // cost[i]: the least cost of cutting the first i sentences into scenes.
        var cost = Enumerable.Repeat(double.MaxValue, chosen.Length + 1).ToArray();
        var from = new int[chosen.Length + 1];
        cost[0] = 0;
        for (var end = 1; end <= chosen.Length; end++)
        {
            for (var start = end - 1; start >= 0 && end - start <= 8; start--)
            {
                var c = cost[start];
                if (c == double.MaxValue) continue;
                c += Cost(start, end) + Border(end);
                if (c >= cost[end]) continue;
                cost[end] = c;
                from[end] = start;
            }
        }
        var scenes = new List<SceneText>();
        for (var end = chosen.Length; end > 0; end = from[end])
        {
            var start = from[end];
            scenes.Add(new SceneText(chosen[start..end], start > 0 && chosen[start].Section != chosen[start - 1].Section, start > 0 && indices[start] == indices[start - 1] + 1));
        }
        scenes.Reverse();
        return scenes;

        // What it costs to say sentences start .. end - 1 in one scene.
        double Cost(int start, int end)
        {
            var length = 0.0;
            for (var i = start; i < end; i++) length += seconds[i];
            var list = blocks[start] != 0 && Enumerable.Range(start, end - start).All(i => blocks[i] == blocks[start]);
            if (list) return (length > LongestListSeconds ? (length - LongestListSeconds) * 2 : 0) + (end - start > MostPoints + 1 ? 40 : 0) + (end - start < 2 ? 3 : 0);
            var total = Math.Pow((length - WantedSeconds) / 3, 2);
            if (length > LongestSeconds) total += (length - LongestSeconds) * 3;
            if (end - start > MostSentences) total += (end - start - MostSentences) * 1.2;
            for (var i = start + 1; i < end; i++)
            {
                if (chosen[i].Section != chosen[i - 1].Section) total += 1000;
                if (blocks[i] != blocks[i - 1]) total += 2.5;
                if (indices[i] != indices[i - 1] + 1) total += 2.2;
                if (chosen[i].Paragraph != chosen[i - 1].Paragraph) total += 0.5;
            }
            return total;
        }

        // What it costs to end a scene after sentence end - 1.
        double Border(int end)
        {
            if (end == chosen.Length || chosen[end].Section != chosen[end - 1].Section || chosen[end].Paragraph != chosen[end - 1].Paragraph) return 0.2;
            var shared = words[end].Count(words[end - 1].Contains);
            return 0.5 + Math.Min(0.6, shared * 0.3) + (chosen[end].Continues ? 0.7 : 0) + (chosen[end - 1].Text.EndsWith(':') ? 2 : 0);
        }
    }

    /// <summary>Numbers runs of sentences that enumerate and so belong in one scene: lists with their opening line, "First … Second … Third …". 0: none.</summary>
    private static int[] Blocks(Sentence[] sentences, IReadOnlyList<int> indices, double[] seconds)
    {
        var blocks = new int[sentences.Length];
        var next = 1;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (blocks[i] != 0) continue;
            var end = i + 1;
            if (sentences[i].List > 0)
            {
                while (end < sentences.Length && sentences[end].List == sentences[i].List) end++;
            }
            else if (Ordinal().IsMatch(sentences[i].Text))
            {
                while (end < sentences.Length && indices[end] == indices[end - 1] + 1 && Ordinal().IsMatch(sentences[end].Text) && end - i < MostPoints) end++;
            }
            if (end - i < 2) continue;
            // A long list is shown in equal parts.
            var count = end - i;
            var parts = Math.Max((count + MostPoints - 1) / MostPoints, (int)Math.Ceiling(seconds[i..end].Sum() / LongestListSeconds));
            parts = Math.Min(parts, Math.Max(1, count / 2));
            for (var k = 0; k < count; k++) blocks[i + k] = next + (k * parts / count);
            if (i > 0 && blocks[i - 1] == 0 && sentences[i].List > 0 && sentences[i - 1].Text[^1] is ':' or '：' && seconds[i - 1] < 6) blocks[i - 1] = next;
            next += parts;
            i = end - 1;
        }
        return blocks;
    }

    [GeneratedRegex(@"^(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Finally|Last(?:ly)?|Next|Then|To begin with|Erstens|Zweitens|Drittens|Viertens|Premièrement|Deuxièmement|Troisièmement|Enfin|Primero|Segundo|Tercero|Por último|首先|其次|再次|第一|第二|第三|第四|最后|最後)\b?[,，、 ]", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
