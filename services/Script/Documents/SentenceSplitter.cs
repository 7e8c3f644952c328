using System.Text.RegularExpressions;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Documents;

/// <summary>Splits a paragraph into sentences. Short quotations stay whole and keep who says them; a sentence that is too long for one
/// breath of the film is split at its clauses.</summary>
internal static partial class SentenceSplitter
{
    private const string Terminators = ".!?…。！？｡؟۔।॥‼⁇⁈⁉";
    private const string Closers = "\"'”’»›)]』」】》）〕";

    // A quotation longer than this may be split at its sentences.
    private const int LongestQuotation = 230;
    private const int LongestEastAsianQuotation = 70;

    /// <returns>Sentences in order; the second value says that a sentence goes on with the one before.</returns>
    public static List<(string Text, bool Continues)> Split(string paragraph, string language)
    {
        var text = Spaces().Replace(paragraph.Trim(), " ");
        var pieces = Merge(Pieces(text, language), language);
        var sentences = new List<(string, bool)>();
        var open = false;
        foreach (var piece in pieces)
        {
            var clauses = LongSentences.Split(piece, language);
            for (var i = 0; i < clauses.Count; i++) sentences.Add((clauses[i], i > 0 || open));
            if (Quotations.LeavesOpen(piece)) open = !open || !Quotations.Closes(piece);
            else if (Quotations.Closes(piece)) open = false;
        }
        return sentences;
    }

    /// <summary>Whether the text ends as a sentence does.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.Length;
        while (end > 0 && (Closers.Contains(text[end - 1], StringComparison.Ordinal) || text[end - 1] is '“' or ' ')) end--;
        return end > 0 && Terminators.Contains(text[end - 1], StringComparison.Ordinal);
    }

    public static bool IsTerminator(char c) => Terminators.Contains(c, StringComparison.Ordinal);

    private static List<string> Pieces(string text, string language)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsTerminator(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && (IsTerminator(text[end]) || (text[end] == ' ' && end + 1 < text.Length && text[end + 1] == '.' && text[end - 1] == '.'))) end++;
            var stop = end - 1;
            while (end < text.Length && IsCloser(text, end)) end++;
            if (EndsAt(text, i, stop, end, language))
            {
                Add(text[start..end], pieces);
                start = end;
            }
            i = end - 1;
        }
        Add(text[start..], pieces);
        return pieces;
    }

    private static void Add(string piece, List<string> pieces)
    {
        piece = piece.Trim();
        if (piece.Any(char.IsLetterOrDigit)) pieces.Add(piece);
        else if (piece.Length > 0 && pieces.Count > 0) pieces[^1] += piece[0] is '"' or '”' or '」' or '』' or '…' ? piece : " " + piece;
    }

    /// <summary>A quote that closes: a closing form, or a straight or German one with nothing but space or punctuation after it.</summary>
    private static bool IsCloser(string text, int i) => Closers.Contains(text[i], StringComparison.Ordinal)
        ? text[i] is not ('"' or '\'') || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1])
        : text[i] == '“' && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]));

    private static bool EndsAt(string text, int first, int stop, int end, string language)
    {
        var mark = text[stop];
        if (end >= text.Length) return true;
        if (mark is '。' or '！' or '？' or '｡' or '।' or '॥' or '۔') return true;
        if (WritingSystems.IsEastAsian(text[end])) return mark != '.';
        var closed = end > stop + 1;
        if (!char.IsWhiteSpace(text[end])) return (mark is '!' or '?' or '…' && text[end] is '"' or '“') || (mark == '؟');
        var next = NextWord(text, end);
        if (next.Length == 0) return true;
        if (char.IsLower(next[0])) return false;
        if (mark == '.' && stop == first)
        {
            var word = WordBefore(text, first);
            if (!closed && Abbreviations.Holds(word, next, language)) return false;
        }
        return !(closed && mark is '!' or '?' && SaidBy().IsMatch(text.AsSpan(end, Math.Min(60, text.Length - end))));
    }

    private static string WordBefore(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        return text[start..stop].TrimStart('.');
    }

    private static string NextWord(string text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from])) from++;
        var end = from;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’')) end++;
        return text[from..end];
    }

    /// <summary>Puts together what lies inside one short quotation, and a quotation with who says it.</summary>
    private static List<string> Merge(List<string> pieces, string language)
    {
        var merged = new List<string>();
        var longest = SpokenLanguage.IsUnspaced(language) ? LongestEastAsianQuotation : LongestQuotation;
        for (var i = 0; i < pieces.Count; i++)
        {
            var whole = pieces[i];
            var last = i;
            if (Quotations.LeavesOpen(whole))
            {
                var joined = whole;
                for (var j = i + 1; j < pieces.Count && joined.Length + pieces[j].Length <= longest; j++)
                {
                    joined += Gap(joined, pieces[j]) + pieces[j];
                    if (Quotations.LeavesOpen(joined)) continue;
                    whole = joined;
                    last = j;
                    break;
                }
            }
            if (last + 1 < pieces.Count && Quotations.EndsWithQuotation(whole) && EastAsianSaidBy().IsMatch(pieces[last + 1]))
            {
                whole += pieces[++last];
            }
            merged.Add(whole);
            i = last;
        }
        return merged;
    }

    private static string Gap(string left, string right) => WritingSystems.IsUnspaced(right[0]) || left[^1] > '\u2FFF' || (left[^1] is '”' or '’' or '…' && left.Length > 1 && left[^2] > '\u2FFF') ? "" : " ";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>"… !" Tom cried: a name and a verb of saying after a quotation.</summary>
    [GeneratedRegex(@"^\s+(?:(?:the|der|die|das|le|la|el)\s+)?(?:\p{L}+\s+){1,3}(?:said|says|cried|asked|replied|answered|exclaimed|whispered|shouted|thought|called|added|sagte|rief|fragte|antwortete|dijo|disse|dit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();

    [GeneratedRegex(@"^[^，。！？、：；“「『""]{0,8}(?:说|說|道|问|問|喊|叫|答|想|笑|言|云|と)[^，。！？：；“「『""]{0,6}[，。！？]")]
    private static partial Regex EastAsianSaidBy();
}
