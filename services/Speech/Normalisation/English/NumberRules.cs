using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Counting numbers, in captions as they are spoken.</summary>
internal static partial class NumberRules
{
    public const string NumberPattern = @"(\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?|\.\d+)";

    private static readonly Dictionary<string, string> Denominators = new(StringComparer.Ordinal)
    {
        ["2"] = "half",
        ["3"] = "third",
        ["4"] = "quarter",
        ["5"] = "fifth",
        ["6"] = "sixth",
        ["7"] = "seventh",
        ["8"] = "eighth",
        ["9"] = "ninth",
        ["10"] = "tenth",
        ["16"] = "sixteenth",
        ["100"] = "hundredth",
    };

    public static bool IsMagnitude(string core) => core is "hundred" or "thousand" or "million" or "billion" or "trillion";

    /// <summary>"45%", "10–20%", "5 %", "3‰".</summary>
    public static Reading? Percent(AtomContext context)
    {
        var match = PercentShape().Match(context.Core);
        if (match.Success) return Reading.InWords($"{Sign(match)}{Low(match)}{EnglishNumbers.Number(match.Groups["n"].Value)} {(context.Core[^1] == '‰' ? "per mille" : "percent")}");
        if (context.Next().Core != "%" || !context.Joined() || !PlainShape().IsMatch(context.Core)) return null;
        return new Reading(ReadingPart.InWords(2, $"{EnglishNumbers.Number(PlainShape().Match(context.Core).Groups["n"].Value)} percent"));
    }

    /// <summary>"3/4", "½", "2½".</summary>
    public static Reading? Fraction(AtomContext context)
    {
        var match = FractionShape().Match(context.Core.Normalize(System.Text.NormalizationForm.FormKD).Replace('\u2044', '/'));
        var whole = context.Core.Length > 0 && context.Core[^1] is >= '\u00bc' and <= '\u00be' or >= '\u2150' and <= '\u215e' ? context.Core[..^1] : "";
        if (whole.Length > 0 && !whole.All(char.IsAsciiDigit)) return null;
        if (whole.Length > 0) match = FractionShape().Match(context.Core[^1..].Normalize(System.Text.NormalizationForm.FormKD).Replace('\u2044', '/'));
        if (!match.Success || !Denominators.TryGetValue(match.Groups[2].Value, out var denominator)) return null;
        var above = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var many = above == 1 ? denominator : denominator == "half" ? "halves" : denominator + "s";
        var spoken = whole.Length > 0
            ? $"{EnglishNumbers.Cardinal(whole)} and {(above == 1 ? denominator == "eighth" ? "an" : "a" : EnglishNumbers.Cardinal(above))} {many}"
            : $"{EnglishNumbers.Cardinal(above)} {many}";
        return Reading.InWords(spoken);
    }

    /// <summary>"21st".</summary>
    public static Reading? Ordinal(AtomContext context)
    {
        var match = OrdinalShape().Match(context.Core);
        return match.Success ? Reading.InWords(EnglishNumbers.Ordinal(long.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))) : null;
    }

    /// <summary>"10–20", "1,000-2,000", "16:9", "3–1".</summary>
    public static Reading? Range(AtomContext context)
    {
        var match = RangeShape().Match(context.Core);
        return match.Success ? Reading.InWords($"{EnglishNumbers.Number(match.Groups["a"].Value)} {(match.Groups["sep"].Value is "×" or "x" ? "by" : "to")} {EnglishNumbers.Number(match.Groups["b"].Value)}") : null;
    }

    /// <summary>"No. 5", "#5".</summary>
    public static Reading? Numbered(AtomContext context)
    {
        if (context.Core is "No" or "Nos" or "no" && context.Current.Trail == "." && context.Next().Core.Length > 0 && char.IsAsciiDigit(context.Next().Core[0]))
        {
            return Reading.AsShown(context.Core, context.Core is "Nos" ? "numbers" : "number");
        }
        return context.Core is ['#', .. var digits] && digits.Length > 0 && digits.Length < 6 && digits.All(char.IsAsciiDigit) ? Reading.InWords($"number {EnglishNumbers.Cardinal(digits)}") : null;
    }

    /// <summary>"71,000", "3.5", "−40", "~20", "5+". Codes (leading zeros, very long) are not counted.</summary>
    public static Reading? Plain(AtomContext context)
    {
        var match = PlainShape().Match(context.Core);
        if (!match.Success) return null;
        var number = match.Groups["n"].Value;
        var digits = number.Replace(",", "", StringComparison.Ordinal).Split('.')[0];
        if (digits.Length > EnglishNumbers.LongestCardinal || (digits.Length > 1 && digits[0] == '0')) return null;
        return Reading.InWords($"{Sign(match)}{EnglishNumbers.Number(number)}{(match.Groups["plus"].Length > 0 ? " plus" : "")}");
    }

    public static string Sign(Match match) => match.Groups["sign"].Value switch
    {
        "" => "",
        "+" => "plus ",
        "±" => "plus or minus ",
        "~" or "≈" => "about ",
        "<" => "less than ",
        ">" => "more than ",
        "≤" => "at most ",
        "≥" => "at least ",
        "×" => "times ",
        "=" => "equals ",
        _ => "minus ",
    };

    private static string Low(Match match) => match.Groups["low"].Length > 0 ? EnglishNumbers.Number(match.Groups["low"].Value.TrimEnd('-', '–', '—', '%')) + " to " : "";

    [GeneratedRegex(@"^(?<sign>[-−–+±~≈<>≤≥×=])?(?<low>[\d.]+%?[-–—])?(?<n>" + NumberPattern + @")[%‰％]$")]
    private static partial Regex PercentShape();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,3})$")]
    private static partial Regex FractionShape();

    [GeneratedRegex(@"^(\d[\d,]{0,12})(st|nd|rd|th|ST|ND|RD|TH)$")]
    private static partial Regex OrdinalShape();

    [GeneratedRegex(@"^(?<a>" + NumberPattern + @")(?<sep>[-–—:×x])(?<b>" + NumberPattern + @")$")]
    private static partial Regex RangeShape();

    [GeneratedRegex(@"^(?<sign>[-−–+±~≈<>≤≥×=])?(?<n>" + NumberPattern + @")(?<plus>\+)?$")]
    private static partial Regex PlainShape();
}
