using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation;

/// <summary>What is neither spoken nor shown in captions: emoji, control and private-use characters, half surrogates, footnote marks.</summary>
internal static partial class UnspokenCharacters
{
    private const char ZeroWidthNonJoiner = '\u200c';
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>For each UTF-16 code unit whether it goes unspoken.</summary>
    public static bool[] In(string text)
    {
        var unspoken = new bool[text.Length];
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var drop = status != System.Buffers.OperationStatus.Done || IsUnspoken(rune, i > 0 && unspoken[i - 1]);
            for (var end = i + length; i < end; i++) unspoken[i] = drop;
        }
        foreach (Match mark in FootnoteMark().Matches(text)) unspoken.AsSpan(mark.Index, mark.Length).Fill(true);
        return unspoken;
    }

    private static bool IsUnspoken(Rune rune, bool afterUnspoken)
    {
        if (Rune.IsWhiteSpace(rune)) return false;
        if (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner) return afterUnspoken; // they shape words in Persian and Indic scripts
        return IsEmoji(rune.Value) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
    }

    private static bool IsEmoji(int value) => value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF
        or >= 0x2300 and <= 0x23FF or 0x20E3 or >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF or 0x3030 or 0x303D;

    [GeneratedRegex(@"(?<=[\p{L}\p{P}])(\[(\d{1,3}|[a-z]|citation needed|note \d+)\])+|(?<=\p{L}{4}|[.,;:!?”""’'])[¹²³⁴-⁹⁰]+|(?<=\p{L}{2}|[.,;:!?”""])[†‡]")]
    private static partial Regex FootnoteMark();
}
