using System.Globalization;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Numbers in English words, American style.</summary>
internal static class EnglishNumbers
{
    /// <summary>Longer runs of digits are codes, read digit by digit.</summary>
    public const int LongestCardinal = 15;

    private static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Groups = ["", " thousand", " million", " billion", " trillion"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    /// <summary>71000 → "seventy-one thousand".</summary>
    public static string Cardinal(string digits) =>
        digits.Length > LongestCardinal ? Digits(digits) : Cardinal(long.Parse(digits, CultureInfo.InvariantCulture));

    public static string Cardinal(long value)
    {
        if (value < 1000) return UnderThousand((int)value);
        var parts = new List<string>();
        for (var group = 0; value > 0; group++, value /= 1000)
        {
            if (value % 1000 > 0) parts.Insert(0, UnderThousand((int)(value % 1000)) + Groups[group]);
        }
        return string.Join(' ', parts);
    }

    /// <summary>21 → "twenty-first".</summary>
    public static string Ordinal(long value)
    {
        var cardinal = Cardinal(value);
        var last = cardinal.LastIndexOfAny([' ', '-']) + 1;
        var word = cardinal[last..];
        return cardinal[..last] + (Irregular.TryGetValue(word, out var irregular) ? irregular : word.EndsWith('y') ? word[..^1] + "ieth" : word + "th");
    }

    /// <summary>1815 → "eighteen fifteen", 1905 → "nineteen oh five", 2005 → "two thousand five".</summary>
    public static string Year(int year)
    {
        var (century, rest) = (year / 100, year % 100);
        if (year < 1100 || (year >= 2000 && year < 2010)) return Cardinal(year);
        if (rest == 0) return century % 10 == 0 ? Cardinal(year) : Cardinal(century) + " hundred";
        return Cardinal(century) + (rest < 10 ? " oh " : " ") + Cardinal(rest);
    }

    /// <summary>"1990" → "nineteen nineties", "90" → "nineties".</summary>
    public static string Decade(string digits)
    {
        var spoken = digits.Length == 2 ? Cardinal(digits) : Year(int.Parse(digits, CultureInfo.InvariantCulture));
        return spoken.EndsWith('y') ? spoken[..^1] + "ies" : spoken + "s";
    }

    public static string Digits(string digits) => string.Join(' ', digits.Select(digit => Ones[digit - '0']));

    /// <summary>"3.25" → "three point two five", thousands separators allowed.</summary>
    public static string Number(string number)
    {
        var parts = number.Replace(",", "", StringComparison.Ordinal).Split('.');
        var whole = parts[0].Length == 0 ? "zero" : Cardinal(parts[0]);
        return parts.Length == 1 ? whole : $"{whole} point {Digits(parts[1])}";
    }

    private static string UnderThousand(int value)
    {
        if (value >= 100) return Ones[value / 100] + " hundred" + (value % 100 > 0 ? " " + UnderThousand(value % 100) : "");
        if (value < 20) return Ones[value];
        return Tens[value / 10] + (value % 10 > 0 ? "-" + Ones[value % 10] : "");
    }
}
