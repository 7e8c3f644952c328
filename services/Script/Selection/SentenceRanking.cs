using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Selection;

/// <summary>How much each sentence says of what the whole text says: LexRank (Erkan and Radev 2004) with a pull towards title words and the text's ends.</summary>
internal static class SentenceRanking
{
    private const double Damping = 0.85;
    private const double Similar = 0.08;
    private const int Rounds = 25;

    /// <returns>A score for each sentence; the mean is 1.</returns>
    public static double[] Score(Document document, Terms terms)
    {
        var sentences = document.Sentences;
        var bags = sentences.Select(s => Bag(terms.In(s.Text))).ToArray();
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in bags.SelectMany(b => b.Keys)) documents[term] = documents.GetValueOrDefault(term) + 1;
        double Rarity(string term) => Math.Log(1 + ((double)sentences.Count / documents.GetValueOrDefault(term, 1)));

        var centrality = Centrality(bags, Rarity);
        var title = document.Title is null ? [] : terms.In(document.Title).ToHashSet(StringComparer.Ordinal);
        var scores = new double[sentences.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = centrality[i] * Place(sentences, i) * (1 + (0.25 * Math.Min(3, bags[i].Keys.Count(title.Contains)))) * Length(sentences[i].Text);
        }
        var mean = scores.Length == 0 ? 1 : Math.Max(1e-9, scores.Average());
        return [.. scores.Select(s => s / mean)];
    }

    private static Dictionary<string, int> Bag(IEnumerable<string> terms)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms) bag[term] = bag.GetValueOrDefault(term) + 1;
        return bag;
    }

    private static double[] Centrality(Dictionary<string, int>[] bags, Func<string, double> rarity)
    {
        var n = bags.Length;
        var norms = bags.Select(b => Math.Sqrt(b.Sum(t => Math.Pow(t.Value * rarity(t.Key), 2)))).ToArray();
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < n; i++)
        {
            foreach (var term in bags[i].Keys)
            {
                if (!postings.TryGetValue(term, out var list)) postings[term] = list = [];
                list.Add(i);
            }
        }
        var links = new List<(int To, double Weight)>[n];
        var totals = new double[n];
        var dots = new double[n];
        for (var i = 0; i < n; i++)
        {
            Array.Clear(dots);
            foreach (var (term, count) in bags[i])
            {
                var weight = rarity(term);
                foreach (var j in postings[term]) dots[j] += count * bags[j][term] * weight * weight;
            }
            links[i] = [];
            for (var j = 0; j < n; j++)
            {
                if (j == i || dots[j] <= 0) continue;
                var cosine = dots[j] / (norms[i] * norms[j]);
                if (cosine < Similar) continue;
                links[i].Add((j, cosine));
                totals[i] += cosine;
            }
        }
        var rank = Enumerable.Repeat(1.0, n).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Enumerable.Repeat(1 - Damping, n).ToArray();
            for (var i = 0; i < n; i++)
            {
                foreach (var (to, weight) in links[i]) next[to] += Damping * rank[i] * weight / totals[i];
            }
            rank = next;
        }
        return rank;
    }

    private static double Place(IReadOnlyList<Sentence> sentences, int i)
    {
        var opensParagraph = i == 0 || sentences[i].Paragraph != sentences[i - 1].Paragraph;
        var opensSection = i == 0 || sentences[i].Section != sentences[i - 1].Section;
        return opensSection ? 1.5 : opensParagraph ? 1.2 : 1;
    }

    private static double Length(string text) => Words.Count(text) switch
    {
        < 3 => 0.5,
        < 5 => 0.8,
        > 45 => 0.8,
        _ => 1,
    };
}
