using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.Unspaced;

/// <summary>Cuts a text without spaces into words of one to four characters, punctuation joined to the word before it.</summary>
internal static partial class UnspacedReader
{
    private const int LongestWord = 4;
    private const int LongestOther = 64;
    private const string Opening = "「『“‘《〈（(【〔[{";

    public static IReadOnlyList<SpeechWord> Read(string narration, UnspacedScript script)
    {
        var unspoken = UnspokenCharacters.In(narration);
        var words = new List<SpeechWord>();
        foreach (var (start, end) in Pieces(narration, script))
        {
            if (string.IsNullOrWhiteSpace(narration[start..end])) continue;
            var shown = string.Concat(Enumerable.Range(start, end - start).Where(i => !unspoken[i]).Select(i => narration[i]));
            var spaceAfter = end < narration.Length && char.IsWhiteSpace(narration[end]);
            words.Add(new SpeechWord(shown, Said(narration, start, end, shown, script), start, end - start, spaceAfter, PauseOf(shown, narration, end)));
        }
        return JoinOpening(words);
    }

    private static string Said(string narration, int start, int end, string shown, UnspacedScript script)
    {
        if (script.ChineseNumbers && shown.Any(char.IsDigit)) return ChineseNumbers.Read(DecimalDigits.ToAscii(shown.Normalize(System.Text.NormalizationForm.FormKC)), narration, start, end);
        if (shown.Any(char.IsLetterOrDigit)) return shown;
        if (!script.ChineseNumbers) return "";
        var range = shown is "-" or "–" or "—" or "~" or "～" && start > 0 && char.IsDigit(narration[start - 1]) && end < narration.Length && char.IsDigit(narration[end]);
        return range ? "到" : ChineseNumbers.Symbol(shown);
    }

    /// <summary>Ranges of words, numbers with their units, and punctuation.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(string text, UnspacedScript script)
    {
        var at = 0;
        foreach (Match number in NumberOrLatin().Matches(text))
        {
            foreach (var piece in Words(text, at, number.Index, script)) yield return piece;
            yield return (number.Index, number.Index + number.Length);
            at = number.Index + number.Length;
        }
        foreach (var piece in Words(text, at, text.Length, script)) yield return piece;
    }

    private static IEnumerable<(int Start, int End)> Words(string text, int start, int end, UnspacedScript script)
    {
        if (start == end) yield break;
        var part = text[start..end];
        var from = 0;
        foreach (var to in WordBreaker.Boundaries(part, script.Locale) ?? Fallback(part, script.Fallback))
        {
            // a long compound is shown in steps that the eye can follow
            var elements = StringInfo.ParseCombiningCharacters(part[from..to]);
            var most = script.Locale is "zh" or "ja" ? LongestWord : LongestOther;
            var steps = (elements.Length + most - 1) / most;
            for (var step = 0; step < steps; step++)
            {
                var (first, after) = (elements.Length * step / steps, elements.Length * (step + 1) / steps);
                yield return (start + from + elements[first], start + from + (after < elements.Length ? elements[after] : to - from));
            }
            from = to;
        }
    }

    private static List<int> Fallback(string text, int most)
    {
        var ends = new List<int>();
        var length = 0;
        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var i = 0; i < elements.Length; i++)
        {
            var end = i + 1 < elements.Length ? elements[i + 1] : text.Length;
            length++;
            if (length == most || end == text.Length || char.IsLetter(text, elements[i]) != char.IsLetter(text, end))
            {
                ends.Add(end);
                length = 0;
            }
        }
        return ends;
    }

    private static Pause PauseOf(string shown, string narration, int end)
    {
        if (shown.Any(char.IsLetterOrDigit)) return Pause.None;
        if (shown.Any("？?".Contains)) return Pause.Question;
        if (shown.Any("！!".Contains)) return Pause.Exclamation;
        if (shown.Any("。．｡".Contains)) return narration.AsSpan(end).TrimStart(" \t\r").StartsWith("\n") ? Pause.Paragraph : Pause.Sentence;
        if (shown is "." && (end == narration.Length || char.IsWhiteSpace(narration[end]))) return Pause.Sentence;
        return shown.Any("，、；：,;:—…–（）()《》".Contains) ? Pause.Phrase : Pause.None;
    }

    // an opening bracket or quote belongs to the word after it
    private static List<SpeechWord> JoinOpening(List<SpeechWord> words)
    {
        for (var i = words.Count - 2; i >= 0; i--)
        {
            var (mark, word) = (words[i], words[i + 1]);
            if (mark.Said.Length > 0 || mark.Shown.Length == 0 || !mark.Shown.All(c => Opening.Contains(c, StringComparison.Ordinal)) || word.Said.Length == 0) continue;
            words[i] = word with { Shown = mark.Shown + word.Shown, Offset = mark.Offset, Length = word.End - mark.Offset };
            words.RemoveAt(i + 1);
        }
        return words;
    }

    [GeneratedRegex(@"((?<!\d)[-−])?[$¥€£￥]?[\d０-９]+([,，.．:：/][\d０-９]+)*(%|％|‰|℃|°[CF]?|km²|km/h|km|kg|cm|mm|m²|m³|m(?![a-zA-Z]))?|[\p{IsBasicLatin}\p{IsLatin-1Supplement}-[\s\p{P}\p{S}\d]]+([-'’.][A-Za-z]+)*")]
    private static partial Regex NumberOrLatin();
}
