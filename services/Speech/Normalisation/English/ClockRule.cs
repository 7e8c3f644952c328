using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Times of day ("3:45 pm", "17:00", "9am"). They stay digits in captions.</summary>
internal static partial class ClockRule
{
    public static Reading? Time(AtomContext context)
    {
        var match = Clock().Match(context.Core);
        if (!match.Success) return null;
        var (hour, minutes, half) = (match.Groups["h"].Value, match.Groups["m"].Value, match.Groups["half"].Value);
        var halfFollows = half.Length == 0 && context.Joined() && Half().IsMatch(context.Next().Core);
        if (minutes.Length == 0 && half.Length == 0 && !(halfFollows && int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12)) return null;
        var said = EnglishNumbers.Cardinal(hour).Replace('-', ' ') + Minutes(minutes, withHalf: half.Length > 0 || halfFollows);
        if (half.Length > 0) return Reading.AsShown(context.Core, $"{said} {Letters(half)}");
        var clock = new ReadingPart(1, [new ReadWord(context.Core, said)]);
        return halfFollows ? new Reading(clock, new ReadingPart(1, [new ReadWord(context.Next().Core, Letters(context.Next().Core))])) : new Reading(clock);
    }

    private static string Minutes(string minutes, bool withHalf) => minutes switch
    {
        "" => "",
        "00" => withHalf ? "" : " o'clock",
        ['0', _] => " oh " + EnglishNumbers.Cardinal(minutes),
        _ => " " + EnglishNumbers.Cardinal(minutes).Replace('-', ' '),
    };

    private static string Letters(string half) => half[0] is 'a' or 'A' ? "A M" : "P M";

    [GeneratedRegex(@"^(?<h>[01]?\d|2[0-4])(:(?<m>[0-5]\d))?(?<half>[ap]\.?m)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[ap]\.?m$", RegexOptions.IgnoreCase)]
    private static partial Regex Half();
}
