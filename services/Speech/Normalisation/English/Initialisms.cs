namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Words in capitals: spelled letter by letter ("USA") or read as words ("NASA").</summary>
internal static class Initialisms
{
    private const int LongestSpelled = 5;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "NASA", "NATO", "UNESCO", "UNICEF", "LASER", "RADAR", "SCUBA", "AIDS", "OPEC", "FIFA", "NAFTA", "RAM", "ROM", "SIM", "PIN", "COVID", "SARS", "MERS", "CERN", "LEGO", "IKEA", "OSHA", "SWAT", "UEFA", "ZIP",
        "GIF", "WASP", "SETI", "ALMA", "JAXA", "LIDAR", "SONAR", "ASEAN", "MIDI", "BASIC", "DARPA", "NIMBY", "ESOP", "FEMA", "SALT", "START", "TED", "DOS", "CAD", "ASCII", "GMO",
    };

    // capitals for emphasis, and words that are only ever that
    private static readonly HashSet<string> Emphasised = new(StringComparer.Ordinal)
    {
        "A", "I", "AN", "THE", "AND", "OR", "NOT", "NO", "YES", "IS", "ARE", "WAS", "ALL", "ANY", "BUT", "CAN", "DO", "FOR", "FROM", "GO", "HAS", "HAVE", "HE", "HER", "HIS", "HOW", "IF", "IN", "ITS", "MORE", "MUST",
        "MY", "NEVER", "NEW", "NOW", "OF", "ON", "ONE", "ONLY", "OUR", "OUT", "SHE", "SO", "STOP", "THAT", "THEM", "THEN", "THEY", "THIS", "TO", "TOO", "UP", "VERY", "WE", "WHAT", "WHEN", "WHERE", "WHY", "WILL", "WITH",
        "YOU", "YOUR", "BIG", "HOT", "FREE", "BEST", "GOOD", "BAD", "LOVE", "LIFE", "HELP", "WAR", "END", "EVERY", "FIRST", "LAST", "EVER", "ALWAYS", "REAL", "MADE", "MAKE", "EARTH", "WATER", "GREAT", "WORLD", "AT", "BE", "BY", "AS",
    };

    public static Reading? Initialism(AtomContext context)
    {
        if (context.Core.Length == 0 || !context.Core.Any(char.IsUpper)) return null;
        if (context.Core is "OK") return Reading.AsShown("OK", "okay");
        if (IsShouting(context)) return null;
        return SaySpelled(context.Core) is { } spelled ? Reading.AsShown(context.Core, spelled) : null;
    }

    /// <summary>"USA", "U.S", "DVDs", "CEO's" → its letters; null for what is read as a word.</summary>
    /// <param name="initials">Whether it is one of several that belong together ("AT&amp;T"), so that no part of it is a word.</param>
    public static string? SaySpelled(string word, bool initials = false)
    {
        var stem = word;
        var plural = "";
        if (stem.EndsWith("'s", StringComparison.Ordinal) || stem.EndsWith("’s", StringComparison.Ordinal)) (stem, plural) = (stem[..^2], "'s");
        else if (stem.Length > 2 && stem[^1] == 's' && char.IsUpper(stem[^2])) (stem, plural) = (stem[..^1], "'s");
        var dotted = stem.Contains('.', StringComparison.Ordinal);
        var letters = stem.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length == 0 || !letters.All(char.IsAsciiLetterUpper) || letters.Length > LongestSpelled) return null;
        if (!dotted && !initials && (Words.Contains(letters) || Emphasised.Contains(letters) || (letters.Length == 1 && plural.Length == 0 && letters is "A" or "I"))) return null;
        return string.Join(' ', letters.AsEnumerable()) + plural;
    }

    // a neighbour in capitals that is no initialism: the whole text is in capitals
    private static bool IsShouting(AtomContext context) => IsLoud(context.Previous().Core) || IsLoud(context.Next().Core);

    private static bool IsLoud(string core) => core.Length > 1 && core.All(char.IsAsciiLetterUpper) && (core.Length > LongestSpelled || Emphasised.Contains(core));
}
