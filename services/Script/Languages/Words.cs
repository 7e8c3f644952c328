using System.Globalization;

namespace Reelsmith.Script.Languages;

/// <summary>Finds words: runs of letters, marks and digits, with apostrophes and hyphens inside ("don't", "well-known"), decimals ("3.5") and
/// each Han or kana character by itself.</summary>
internal static class Words
{
    public static List<Word> In(string text)
    {
        var words = new List<Word>();
        var i = 0;
        while (i < text.Length)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            if (!WritingSystems.IsEastAsian(text[start]))
            {
                while (i < text.Length && !WritingSystems.IsEastAsian(text[i]) && (IsPart(text[i]) || Joins(text, i))) i++;
            }
            words.Add(new Word(text[start..i], start));
        }
        return words;
    }

    /// <summary>How many words a person would count: Han and kana characters count as two thirds of a word.</summary>
    public static int Count(string text)
    {
        var spaced = 0;
        var characters = 0;
        foreach (var word in In(text))
        {
            if (WritingSystems.IsUnspaced(word.Text[0])) characters += word.Text.Length;
            else spaced++;
        }
        return spaced + (characters * 2 / 3);
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Joins(string text, int i) => i + 1 < text.Length && IsPart(text[i + 1]) && text[i] switch
    {
        '\'' or '’' or '-' or '‑' or '\u200C' => char.IsLetterOrDigit(text[i - 1]) || text[i - 1] > '\u0300',
        '.' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
        _ => false,
    };
}
