using System.Text.RegularExpressions;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Headlines;

/// <summary>Headlines where words are not spaced (Chinese, Japanese, Thai): a clause between punctuation marks, or a part of one at a border of words.</summary>
internal sealed partial class EastAsianHeadlines(Terms terms, Salience salience, EastAsianVocabulary? vocabulary)
{
    private const int MostCharacters = 14;
    private const int FewestCharacters = 3;

    public Headline? Best(IReadOnlyList<string> sentences, ISet<string> used)
    {
        Headline? best = null;
        var bestScore = double.MinValue;
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (Match clause in Clause().Matches(sentences[i]))
            {
                foreach (var (text, whole) in Candidates(clause.Value.Trim()))
                {
                    var score = Score(text, whole) - (0.15 * i) - (used.Contains(text) ? 5 : 0);
                    if (score <= bestScore) continue;
                    bestScore = score;
                    best = new Headline(text, null, [], text, whole ? PhraseKind.Clause : PhraseKind.Part, score);
                }
            }
        }
        if (best is null) return null;
        used.Add(best.Text);
        return best with { Emphasis = Emphasis(best.Text) };
    }

    /// <summary>The known word, or the pair of characters, that the text repeats most.</summary>
    public IReadOnlyList<string> Emphasis(string headline)
    {
        var known = vocabulary?.In(headline).Where(w => w.Length > 1).Select(w => (Word: w, Score: 0.4 + salience.Of(w))) ?? [];
        // A pair that stands once only is likely no word at all.
        var pairs = terms.In(headline).Where(t => headline.Contains(t, StringComparison.Ordinal) && t[0] != t[^1] && salience.Count(t) > 1).Select(t => (Word: t, Score: salience.Of(t)));
        return known.Concat(pairs).OrderByDescending(w => w.Score).Select(w => w.Word).Take(1).ToArray();
    }

    private static IEnumerable<(string Text, bool Whole)> Candidates(string clause)
    {
        var text = Opening().Replace(clause, "");
        if (text.Length is >= FewestCharacters and <= MostCharacters) yield return (text, true);
        if (text.Length <= MostCharacters) yield break;
        // A longer clause is cut where a particle or a verb of being shows a border of phrases.
        foreach (Match border in Border().Matches(text))
        {
            if (border.Index is >= FewestCharacters and <= MostCharacters) yield return (text[..border.Index], false);
            var rest = text[(border.Index + border.Length)..];
            if (rest.Length is >= FewestCharacters and <= MostCharacters) yield return (rest, false);
        }
    }

    private double Score(string text, bool whole)
    {
        var found = terms.In(text).Distinct(StringComparer.Ordinal).ToArray();
        var score = (whole ? 2.0 : 1.2) + Math.Min(2, found.Sum(salience.Of) * 0.5) - (Math.Abs(text.Length - 8) * 0.06);
        if (found.Length == 0) score -= 2;
        if (Pronoun().IsMatch(text)) score -= 0.6;
        // "He sighed and said" only leads to what is said.
        if (text[^1] is '说' or '說' or '道' or '问' or '問') score -= 1.5;
        return score;
    }

    [GeneratedRegex("""[^，。！？、；：…—,.!?;:“”"「」『』《》（）()\s]+""")]
    private static partial Regex Clause();

    [GeneratedRegex("^(?:但是|但|可是|而且|而|于是|於是|然后|然後|所以|因此|因为|因為|不过|不過|虽然|雖然|如果|当|當|就|也|又|还|還|便|そして|しかし|でも|だから|それから|また)+")]
    private static partial Regex Opening();

    [GeneratedRegex("(?:是|在|把|被|从|從|对|對|向|给|給|让|讓|使|为|為|の|は|が|を|に|で|と)")]
    private static partial Regex Border();

    [GeneratedRegex("^(?:他|她|它|这|這|那|其|彼|それ|これ)")]
    private static partial Regex Pronoun();
}
