using System.Globalization;
using System.Text;

namespace Reelsmith.Speech.Normalisation;

/// <summary>Letters with marks, and the letters that only some Latin alphabets have, as an English reader takes them.</summary>
internal static class LatinLetters
{
    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "Ae",
        ['œ'] = "oe",
        ['Œ'] = "Oe",
        ['ø'] = "o",
        ['Ø'] = "O",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ð'] = "th",
        ['Ð'] = "Th",
        ['þ'] = "th",
        ['Þ'] = "Th",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['Ħ'] = "H",
        ['ŋ'] = "ng",
        ['Ŋ'] = "Ng",
        ['ə'] = "e",
        ['ƒ'] = "f",
        ['’'] = "'",
        ['‘'] = "'",
        ['ʼ'] = "'",
        ['ʻ'] = "'",
    };

    /// <summary>The text with diacritics taken off and ligatures spelled out: café → cafe, Æsir → Aesir.</summary>
    public static string Plain(string text)
    {
        if (text.All(char.IsAscii)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (Spelled.TryGetValue(c, out var spelled)) plain.Append(spelled);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) plain.Append(c);
        }
        return plain.ToString();
    }
}
