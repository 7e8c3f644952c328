using System.Globalization;

namespace Reelsmith.Speech.Normalisation;

/// <summary>Digits of other scripts (Arabic-Indic, Devanagari, full width) as ASCII ones.</summary>
internal static class DecimalDigits
{
    public static char ToAscii(char c) => !char.IsAscii(c) && char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;

    public static string ToAscii(string text) => text.All(char.IsAscii) ? text : string.Concat(text.Select(ToAscii));
}
