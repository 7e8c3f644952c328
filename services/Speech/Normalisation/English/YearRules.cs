using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Years, decades and spans of years. They stay digits in captions.</summary>
internal static partial class YearRules
{
    // after these a number of four digits without a comma is a year
    private static readonly HashSet<string> SureBefore = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "since", "until", "till", "before", "after", "during", "circa", "year", "early", "late", "mid", "summer", "spring", "winter", "autumn", "fall", "born", "died", "dated",
    };

    // after these it may be one, unless it counts something
    private static readonly HashSet<string> PossibleBefore = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "by", "from", "to", "and", "around", "about", "was", "is", "a", "an", "its", "that", "and", "with", "for", "on", "or", "through", "between" };

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal) { "people", "men", "women", "children", "percent", "feet", "fish", "sheep", "million", "billion", "thousand" };
    private static readonly HashSet<string> NotPlural = new(StringComparer.Ordinal) { "was", "is", "has", "its", "this", "as", "us", "does", "always", "perhaps", "sometimes", "across" };

    public static bool Plausible(string core) => FourDigits().IsMatch(core) && int.Parse(core, CultureInfo.InvariantCulture) is >= 1100 and <= 2099;

    public static string Said(string year) => EnglishNumbers.Year(int.Parse(year, CultureInfo.InvariantCulture)).Replace('-', ' ');

    public static Reading? Year(AtomContext context)
    {
        var era = context.Joined() && Era().IsMatch(context.Next().Core);
        if (era && DigitsOnly().IsMatch(context.Core)) return Reading.AsShown(context.Core, Said(context.Core));
        if (!Plausible(context.Core)) return null;
        var (before, after) = (context.Previous(), context.Next());
        var bracketed = context.Current.Lead.Contains('(', StringComparison.Ordinal) || context.Current.Trail.Contains(')', StringComparison.Ordinal);
        if (bracketed || (before.Trail.Length == 0 && (SureBefore.Contains(before.Core) || DateRules.IsMonth(before.Core)))) return Reading.AsShown(context.Core, Said(context.Core));
        if (context.Current.Trail.Length == 0 && Counts(after.Core)) return null;
        var ends = context.Current.Trail.Length > 0 || after.Core.Length == 0;
        return PossibleBefore.Contains(before.Core) || ends || before.Core.Length == 0 ? Reading.AsShown(context.Core, Said(context.Core)) : null;
    }

    /// <summary>"1990s", "’90s".</summary>
    public static Reading? Decade(AtomContext context)
    {
        var match = DecadeShape().Match(context.Core);
        return match.Success ? Reading.AsShown(context.Core, EnglishNumbers.Decade(match.Groups[1].Value).Replace('-', ' ')) : null;
    }

    /// <summary>"1914–1918", "1914–18".</summary>
    public static Reading? Span(AtomContext context)
    {
        var match = SpanShape().Match(context.Core);
        if (!match.Success || !Plausible(match.Groups[1].Value)) return null;
        var end = match.Groups[2].Value;
        if (end.Length == 4 && !Plausible(end)) return null;
        return Reading.AsShown(context.Core, $"{Said(match.Groups[1].Value)} to {(end.Length == 4 ? Said(end) : EnglishNumbers.Cardinal(end).Replace('-', ' '))}");
    }

    private static bool Counts(string next) => next.Length > 0 && char.IsLower(next[0]) && (Counted.Contains(next) || (next.Length > 3 && next.EndsWith('s') && !NotPlural.Contains(next)))
        || MeasureRule.IsUnit(next);

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex DigitsOnly();

    [GeneratedRegex(@"^(B\.?C\.?E?|A\.?D|C\.?E)$")]
    private static partial Regex Era();

    [GeneratedRegex(@"^(\d{2}|1[1-9]\d0|20\d0|1[1-9]00)['’]?s$")]
    private static partial Regex DecadeShape();

    [GeneratedRegex(@"^(\d{4})[-–—](\d{4}|\d{2})$")]
    private static partial Regex SpanShape();
}
