namespace Reelsmith.Speech.Normalisation;

/// <summary>Languages whose numbers and abbreviations the engine reads by itself: only what it would stumble over is taken away.</summary>
internal static class PlainRules
{
    public static IReadOnlyList<Func<AtomContext, Reading?>> All { get; } = [Word];

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
}
