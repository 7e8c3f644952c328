using System.Text.RegularExpressions;
using Reelsmith.Speech.Normalisation.English;

namespace Reelsmith.Speech.Normalisation;

/// <summary>Languages whose numbers and abbreviations the engine reads by itself: only what it would stumble over is taken away.</summary>
internal static partial class PlainRules
{
    private static readonly IReadOnlyList<Func<AtomContext, Reading?>> Any = [Ordinal, Word];
    private static readonly IReadOnlyList<Func<AtomContext, Reading?>> German = [GermanYear, Ordinal, Word];

    public static IReadOnlyList<Func<AtomContext, Reading?>> Of(string primaryLanguage) => primaryLanguage == "de" ? German : Any;

    /// <summary>Whether a full stop ends no sentence: after an ordinal ("3. Mai") or an initial ("z. B.").</summary>
    public static bool GoesOn(Atom atom, Atom next) => atom.Trail == "."
        && next.Core.Length > 0 && ((atom.Core.Length <= 2 && atom.Core.All(char.IsDigit)) || (atom.Core.Length == 1 && char.IsLetter(atom.Core[0])) || EnglishAbbreviations.GoesOn(atom, next));

    // with its full stop the engine reads it as an ordinal
    private static Reading? Ordinal(AtomContext context) =>
        context.Core.Length <= 2 && context.Core.All(char.IsDigit) && GoesOn(context.Current, context.Next()) ? Reading.AsShown(context.Core, context.Core + ".") : null;

    // the engine counts years: 1815 is achtzehnhundertfünfzehn, unless a noun says that things are counted
    private static Reading? GermanYear(AtomContext context)
    {
        if (!YearUnder2000().IsMatch(context.Core)) return null;
        var counts = context.Current.Trail.Length == 0 && context.Next().Core is { Length: > 0 } next && char.IsUpper(next[0]);
        return counts ? null : Reading.AsShown(context.Core, $"{context.Core[..2]} hundert {context.Core[2..].TrimStart('0')}".TrimEnd());
    }

    private static Reading Word(AtomContext context) => Reading.AsShown(context.Core, Said(context.Core));

    private static string Said(string core)
    {
        var said = string.Concat(core.Select(Readable)).Trim();
        return said.Any(char.IsLetterOrDigit) || said is "%" or "&" or "+" or "=" or "@" or "€" or "$" or "£" ? said : "";
    }

    // marks of layout would be spelled out by their names ("asterisk", "slash")
    private static char Readable(char c) => c switch
    {
        '*' or '_' or '|' or '~' or '`' or '^' or '\\' or '<' or '>' or '{' or '}' or '[' or ']' or '(' or ')' or '"' or '“' or '”' or '„' or '«' or '»' or '#' => ' ',
        '’' or '‘' or 'ʼ' => '\'',
        '−' => '-',
        '–' or '—' => ' ',
        _ => c,
    };

    [GeneratedRegex("^1[1-9][0-9]{2}$")]
    private static partial Regex YearUnder2000();
}
