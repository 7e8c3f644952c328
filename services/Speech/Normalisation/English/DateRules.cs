using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Dates. Their numbers stay digits in captions.</summary>
internal static partial class DateRules
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"July 4, 1776", "July 4th", "4 July 1776", "Jan. 5".</summary>
    public static Reading? Date(AtomContext context)
    {
        if (Month(context.Core) is { } month && Day(context.Next().Core) is { } day && context.Current.Trail is "" or "." && Month(context.Core) is not null)
        {
            var name = new ReadingPart(1, [new ReadWord(context.Core, month.ToLowerInvariant())]);
            return WithYear(context, [name, DayPart(context.Next().Core, day)], 2);
        }
        if (Day(context.Core) is { } first && context.Current.Trail.Length == 0 && Month(context.Next().Core) is { } second && context.Next().Core.Length > 2)
        {
            return WithYear(context, [DayPart(context.Core, first), new ReadingPart(1, [new ReadWord(context.Next().Core, second.ToLowerInvariant())])], 2);
        }
        return null;
    }

    /// <summary>"2024-05-01" and "5/1/2024".</summary>
    public static Reading? NumericDate(AtomContext context)
    {
        var match = Numeric().Match(context.Core);
        if (!match.Success) return null;
        var (month, day) = (Group("m"), Group("d"));
        if (month > 12) (month, day) = (day, month);
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;
        return Reading.AsShown(context.Core, $"{Months[month - 1].ToLowerInvariant()} {Said(EnglishNumbers.Ordinal(day))} {Said(EnglishNumbers.Year(Group("y")))}");

        int Group(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    public static bool IsMonth(string core) => Month(core) is not null;

    private static Reading WithYear(AtomContext context, IReadOnlyList<ReadingPart> date, int atoms)
    {
        var year = context.Next(atoms).Core;
        var follows = context.Next(atoms - 1).Trail is "" or ",";
        return follows && YearRules.Plausible(year) ? new Reading([.. date, new ReadingPart(1, [new ReadWord(year, YearRules.Said(year))])]) : new Reading(date);
    }

    private static ReadingPart DayPart(string core, int day) => new(1, [new ReadWord(core, Said(EnglishNumbers.Ordinal(day)))]);

    private static string? Month(string core)
    {
        if (core.Length < 3 || !char.IsUpper(core[0])) return null;
        return Array.Find(Months, month => month.Equals(core, StringComparison.OrdinalIgnoreCase) || (core.Length is 3 or 4 && month.StartsWith(core, StringComparison.Ordinal)));
    }

    private static int? Day(string core) => DayOfMonth().Match(core) is { Success: true } match && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day ? day : null;

    private static string Said(string words) => words.Replace('-', ' ');

    [GeneratedRegex(@"^(\d{1,2})(st|nd|rd|th)?$")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"^((?<y>[12]\d{3})-(?<m>\d{2})-(?<d>\d{2})|(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>[12]\d{3}))$")]
    private static partial Regex Numeric();
}
