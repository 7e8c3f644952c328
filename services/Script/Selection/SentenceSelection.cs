using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Selection;

/// <summary>Chooses the sentences that fill an asked time: whole ones, in their order, in runs that can be followed.</summary>
internal static class SentenceSelection
{
    /// <summary>What a scene says, on the average; each scene adds silence to what is said.</summary>
    private const double SceneSeconds = 7.5;

    private const double NeighbourBonus = 2.2;
    private const double OpeningShare = 0.14;
    private const double ClosingShare = 0.16;

    /// <summary>Spoken seconds with the silence between scenes.</summary>
    public static double FilmSeconds(IEnumerable<Sentence> sentences, string language) =>
        sentences.Sum(s => SpeechPace.Seconds(s.Text, language)) * (1 + (SpeechPace.SceneOverheadSeconds / SceneSeconds));

    /// <summary>Indices of the chosen sentences, ascending; all of them when they fit.</summary>
    public static int[] Choose(Document document, string language, double seconds)
    {
        var sentences = document.Sentences;
        if (FilmSeconds(sentences, language) <= seconds) return [.. Enumerable.Range(0, sentences.Count)];

        var cost = sentences.Select(s => FilmSeconds([s], language)).ToArray();
        var scores = SentenceRanking.Score(document, new Terms(language));
        var anchors = sentences.Select((s, i) => i > 0 && Dependence.HangsOnPrevious(s, language)).ToArray();
        var chosen = new bool[sentences.Count];
        var spent = 0.0;

        TakeOpening();
        TakeClosing();
        var perPart = Parts(cost, seconds);
        while (Best() is { } run) Take(run.From, run.To);
        FillRest();
        return [.. Enumerable.Range(0, sentences.Count).Where(i => chosen[i])];

        void Take(int from, int to)
        {
            for (var i = from; i <= to; i++)
            {
                if (chosen[i]) continue;
                chosen[i] = true;
                spent += cost[i];
            }
        }

        void TakeOpening()
        {
            var end = 0;
            var length = 0.0;
            do
            {
                length += cost[end++];
            }
            while (end < cost.Length && (sentences[end].Continues || length + cost[end] <= seconds * OpeningShare) && length + cost[end] < seconds);
            Take(0, end - 1);
        }

        void TakeClosing()
        {
            var start = cost.Length - 1;
            var length = cost[start];
            while (start > 0 && !chosen[start - 1] && spent + length + cost[start - 1] < seconds
                && (sentences[start].Continues || length + cost[start - 1] <= seconds * ClosingShare))
            {
                length += cost[--start];
            }
            // The run may not open in the middle of a thought when the one before it is left out.
            while (start < cost.Length - 1 && anchors[start] && !sentences[start + 1].Continues && !chosen[Math.Max(0, start - 1)]) start++;
            if (spent + cost[start..].Sum() <= seconds * 1.02) Take(start, cost.Length - 1);
        }

        // A sentence with those before it that it hangs on.
        (int From, int To, double Cost) Run(int i)
        {
            var from = i;
            while (from > 0 && anchors[from] && !chosen[from - 1] && i - from < 4) from--;
            var to = i;
            while (to + 1 < cost.Length && sentences[to + 1].Continues) to++;
            var sum = 0.0;
            for (var k = from; k <= to; k++) sum += chosen[k] ? 0 : cost[k];
            return (from, to, sum);
        }

        (int From, int To)? Best()
        {
            (int, int)? best = null;
            var bestValue = 0.0;
            for (var i = 0; i < cost.Length; i++)
            {
                if (chosen[i]) continue;
                var (from, to, needed) = Run(i);
                if (spent + needed > seconds) continue;
                var value = 0.0;
                for (var k = from; k <= to; k++) value += chosen[k] ? 0 : scores[k] * cost[k];
                value /= Math.Max(needed, 1);
                if ((from > 0 && chosen[from - 1]) || (to + 1 < cost.Length && chosen[to + 1])) value *= NeighbourBonus;
                if (anchors[from] && from > 0 && !chosen[from - 1]) value *= 0.25;
                value *= Thin(i);
                if (value <= bestValue) continue;
                bestValue = value;
                best = (from, to);
            }
            return best;
        }

        // Parts of the text that have little in the film yet come first.
        double Thin(int i)
        {
            var (start, end, share) = perPart[i];
            var has = 0.0;
            for (var k = start; k < end; k++) has += chosen[k] ? cost[k] : 0;
            return 1 / (0.5 + (has / share));
        }

        void FillRest()
        {
            // What still fits is small by now; the sentence that fills the rest best, if one may overshoot a little.
            var best = -1;
            var bestMiss = (seconds - spent) * 0.6;
            for (var i = 0; i < cost.Length; i++)
            {
                if (chosen[i]) continue;
                var (_, _, needed) = Run(i);
                var miss = Math.Abs(seconds - spent - needed);
                if (spent + needed > seconds * 1.04 || miss >= bestMiss) continue;
                bestMiss = miss;
                best = i;
            }
            if (best < 0) return;
            var run = Run(best);
            Take(run.From, run.To);
        }
    }

    /// <summary>For each sentence: the part of the text that it stands in and the part's share of the film in seconds.</summary>
    private static (int Start, int End, double Share)[] Parts(double[] cost, double seconds)
    {
        var count = Math.Clamp((int)(seconds / 20), 2, 12);
        var total = cost.Sum();
        var parts = new (int, int, double)[cost.Length];
        var start = 0;
        var passed = 0.0;
        for (var part = 1; part <= count; part++)
        {
            var end = start;
            while (end < cost.Length && (passed + (cost[end] / 2) < total * part / count || part == count)) passed += cost[end++];
            for (var i = start; i < end; i++) parts[i] = (start, end, seconds / count);
            start = end;
        }
        return parts;
    }
}
