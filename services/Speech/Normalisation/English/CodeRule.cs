using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Codes, versions, telephone numbers, names with digits ("A380", "H₂O", "007", "555-1234", "2.0.15"). They stay as written in captions.</summary>
internal static partial class CodeRule
{
    public static Reading? Code(AtomContext context)
    {
        var core = context.Core.Normalize(System.Text.NormalizationForm.FormKC);
        if (!core.Any(char.IsAsciiDigit)) return null;
        var said = string.Join(' ', Runs().Matches(core).Select(run => Say(run, core)).Where(word => word.Length > 0));
        return Reading.AsShown(context.Core, said);
    }

    private static string Say(Match run, string core)
    {
        var text = run.Value;
        if (text == ".") return run.Index > 0 && run.Index + 1 < core.Length && char.IsAsciiDigit(core[run.Index - 1]) && char.IsAsciiDigit(core[run.Index + 1]) ? "point" : "";
        if (!char.IsAsciiDigit(text[0])) return text.Length == 1 && char.IsAsciiLetterUpper(text[0]) ? text : Initialisms.SaySpelled(text) ?? WordRules.SayAll(text);
        var telephone = core.Any(c => c is '-' or '(' or '+') && core.Count(char.IsAsciiDigit) > 6;
        if (text.Length > 4 || text[0] == '0' || telephone) return EnglishNumbers.Digits(text);
        // "A380" is three eighty, "747" in a name seven forty-seven
        var spoken = text.Length == 3 && text[1] != '0' && core.Length > 3 ? $"{EnglishNumbers.Cardinal(text[..1])} {EnglishNumbers.Cardinal(text[1..])}"
            : text.Length == 4 ? EnglishNumbers.Year(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : EnglishNumbers.Cardinal(text);
        return spoken.Replace('-', ' ');
    }

    [GeneratedRegex(@"\d+|\p{L}[\p{L}'’]*|\.")]
    private static partial Regex Runs();
}
