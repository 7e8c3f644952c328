using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Video.Layout;

/// <summary>Cuts a text where lines may end, and says how good each place is.</summary>
internal static partial class Pieces
{
    private const string NoLineStart = "，。、！？：；）」』】〉》”’…,.!?:;)]}%‰°ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
    private const string NoLineEnd = "（「『【〈《“‘([{¥$€£#";
    private const string PhraseEnd = "，。、！？：；,.!?:;—–";

    /// <summary>Chinese and Japanese particles that stay with the word before them.</summary>
    private const string Enclitics = "的了着过吗呢吧啊们地得里上下中はがをにのともへでやか";

    /// <param name="together">Words known to be one: no line ends inside them.</param>
    public static IReadOnlyList<Piece> Of(string text, string language, IReadOnlyCollection<string> together)
    {
        var ends = new List<(int Start, int End, bool Space)>();
        foreach (Match word in Word().Matches(text)) Cut(text, word.Index, word.Index + word.Length, ends);
        var pieces = new Piece[ends.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            var cost = i + 1 == pieces.Length ? BreakCost.Phrase : CostBetween(text, ends, i, language);
            if (cost < BreakCost.Wrong && i + 1 < pieces.Length && together.Any(whole => Splits(text, ends[i].End, ends[i + 1].Start, whole))) cost = BreakCost.Wrong;
            pieces[i] = new Piece(ends[i].Start, ends[i].End, cost);
        }
        return pieces;
    }

    private static void Cut(string text, int start, int end, List<(int, int, bool)> ends)
    {
        var from = start;
        var elements = StringInfo.GetTextElementEnumerator(text[start..end]);
        var previous = -1;
        while (elements.MoveNext())
        {
            var at = start + elements.ElementIndex;
            var rune = char.ConvertToUtf32(text, at) is var value && char.IsHighSurrogate(text[at]) ? value : text[at];
            if (at > from && (Scripts.IsUnspaced(rune) || Scripts.IsUnspaced(previous)))
            {
                ends.Add((from, at, false));
                from = at;
            }
            previous = rune;
        }
        ends.Add((from, end, true));
    }

    private static BreakCost CostBetween(string text, List<(int Start, int End, bool Space)> ends, int i, string language)
    {
        var (start, end, space) = ends[i];
        var next = ends[i + 1];
        var last = text[end - 1];
        if (NoLineEnd.Contains(last) || NoLineStart.Contains(text[next.Start])) return BreakCost.Never;
        if (!space)
        {
            if (char.IsAsciiDigit(last) || char.IsAsciiDigit(text[next.Start])) return BreakCost.Wrong;
            if (PhraseEnd.Contains(last)) return BreakCost.Phrase;
            return Enclitics.Contains(text[next.Start]) ? BreakCost.Wrong : Enclitics.Contains(last) ? BreakCost.Word : BreakCost.Sign;
        }
        var word = text[start..end];
        var following = text[next.Start..next.End];
        if (BoundWords.Leans(word, language) || word is "–" or "—" or "&") return BreakCost.Wrong;
        if (Number().IsMatch(word) && Unit().IsMatch(following)) return BreakCost.Wrong;
        if (following is "–" or "—") return BreakCost.Wrong;
        if (PhraseEnd.Contains(last)) return BreakCost.Phrase;
        // Two capitalised words inside a sentence are a name; German capitalises every noun.
        var inName = Scripts.Primary(language) != "de" && i > 0 && char.IsUpper(word[0]) && char.IsUpper(following[0])
            && !PhraseEnd.Contains(text[ends[i - 1].End - 1]);
        return inName ? BreakCost.Wrong : BreakCost.Word;
    }

    private static bool Splits(string text, int end, int next, string whole)
    {
        for (var at = text.IndexOf(whole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(whole, at + 1, StringComparison.Ordinal))
            if (at < end && next < at + whole.Length) return true;
        return false;
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\p{Sc}+\-−±~≈]?\d[\d.,  ]*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(°?[CFK]|%|‰|\p{Sc}|[kcmnµ]?m[²³]?|[kmµ]?g|t|km/h|m/s|s|ms|min|h|l|ml|[kMGT]?(B|W|Wh|Hz|Pa|J|eV)|percent|per|million|billion|trillion|thousand|hundred|years?|days?|hours?|minutes?|seconds?|kilomet(re|er)s?|met(re|er)s?|miles?|degrees?|dollars?|euros?|Millionen|Milliarden|Tausend|Jahre|Prozent|Kilometer|Meter|ans?|millions?|milliards?|millones|años|AD|BC)[.,;:!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();
}
