namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Abbreviations: how they are read, and whether their full stop ends a sentence.</summary>
internal static class EnglishAbbreviations
{
    // something always follows these, so their full stop never ends a sentence
    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal)
    {
        ["Dr"] = "doctor",
        ["Mr"] = "mister",
        ["Mrs"] = "missis",
        ["Ms"] = "miz",
        ["Prof"] = "professor",
        ["Gen"] = "general",
        ["Col"] = "colonel",
        ["Capt"] = "captain",
        ["Lt"] = "lieutenant",
        ["Sgt"] = "sergeant",
        ["Rev"] = "reverend",
        ["Hon"] = "honorable",
        ["Gov"] = "governor",
        ["Sen"] = "senator",
        ["Rep"] = "representative",
        ["Pres"] = "president",
        ["Adm"] = "admiral",
        ["Mt"] = "mount",
        ["Ft"] = "fort",
        ["Fig"] = "figure",
        ["fig"] = "figure",
        ["Figs"] = "figures",
        ["Vol"] = "volume",
        ["vol"] = "volume",
        ["Ch"] = "chapter",
        ["ch"] = "chapter",
        ["pp"] = "pages",
        ["Eq"] = "equation",
        ["Sec"] = "section",
        ["ed"] = "edited",
        ["eds"] = "editors",
        ["vs"] = "versus",
        ["v"] = "versus",
        ["e.g"] = "for example",
        ["i.e"] = "that is",
        ["cf"] = "compare",
        ["ca"] = "circa",
        ["approx"] = "approximately",
        ["viz"] = "namely",
        ["est"] = "estimated",
        ["St"] = "saint",
        ["Sts"] = "saints",
        ["Bros"] = "brothers",
    };

    // these may stand at the end of a sentence
    private static readonly Dictionary<string, string> Anywhere = new(StringComparer.Ordinal)
    {
        ["etc"] = "et cetera",
        ["Jr"] = "junior",
        ["Sr"] = "senior",
        ["Inc"] = "incorporated",
        ["Ltd"] = "limited",
        ["Co"] = "company",
        ["Corp"] = "corporation",
        ["dept"] = "department",
        ["Dept"] = "department",
        ["govt"] = "government",
        ["Ave"] = "avenue",
        ["Blvd"] = "boulevard",
        ["Rd"] = "road",
        ["al"] = "al",
        ["Jan"] = "january",
        ["Feb"] = "february",
        ["Mar"] = "march",
        ["Apr"] = "april",
        ["Jun"] = "june",
        ["Jul"] = "july",
        ["Aug"] = "august",
        ["Sep"] = "september",
        ["Sept"] = "september",
        ["Oct"] = "october",
        ["Nov"] = "november",
        ["Dec"] = "december",
        ["Mon"] = "monday",
        ["Tue"] = "tuesday",
        ["Wed"] = "wednesday",
        ["Thu"] = "thursday",
        ["Fri"] = "friday",
        ["a.m"] = "A M",
        ["p.m"] = "P M",
        ["Ph.D"] = "P H D",
        ["PhD"] = "P H D",
        ["max"] = "maximum",
        ["min"] = "minimum",
        ["no"] = "no",
    };

    // read so with or without a full stop
    private static readonly HashSet<string> WithoutStop = new(StringComparer.Ordinal) { "Dr", "Mr", "Mrs", "Ms", "Prof", "vs", "etc", "Ph.D", "PhD", "e.g", "i.e", "Jr", "Mt", "a.m", "p.m", "St" };

    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "The", "A", "An", "It", "He", "She", "They", "We", "You", "This", "That", "These", "Those", "But", "And", "So", "In", "On", "At", "When", "If", "For", "There", "What", "Why", "How", "Then", "His", "Her", "Its", "Their", "As", "After", "Before",
    };

    public static Reading? Abbreviation(AtomContext context)
    {
        var core = context.Core;
        var stopped = context.Current.Trail.StartsWith('.');
        if (!stopped && !WithoutStop.Contains(core)) return null;
        var followed = context.Next().Core is { Length: > 0 } next && char.IsUpper(next[0]);
        if (core is "St" && (!followed || (stopped && Starters.Contains(context.Next().Core)))) return Reading.AsShown(core, "street");
        if (core is "Dr" && !followed) return Reading.AsShown(core, "drive");
        if (core is "v" && !followed) return null;
        if (core is "p" && context.Next().Core is [>= '0' and <= '9', ..]) return Reading.AsShown(core, "page");
        if (core is "max" or "min" or "no" or "ed" or "Sec" or "est" && char.IsUpper(context.Next().Core.FirstOrDefault('A'))) return null;
        return Before.TryGetValue(core, out var spoken) || Anywhere.TryGetValue(core, out spoken) ? Reading.AsShown(core, spoken) : null;
    }

    /// <summary>Whether the full stop of an atom belongs to an abbreviation in mid-sentence.</summary>
    public static bool GoesOn(Atom atom, Atom next)
    {
        if (!atom.Trail.StartsWith('.') || atom.Trail.Length > 1 && atom.Trail is not (".," or ".)")) return false;
        var core = atom.Core;
        if (core is "No" or "Nos" && next.Core is [>= '0' and <= '9', ..]) return true;
        if (next.Core.Length > 0 && char.IsLower(next.Core[0]) && (Anywhere.ContainsKey(core) || Before.ContainsKey(core) || IsInitials(core))) return true;
        var starts = Starters.Contains(next.Core);
        if (core is "St" or "Sec" or "ed" or "est") return !starts && next.Core.Length > 0;
        if (Before.ContainsKey(core)) return true;
        if (Anywhere.ContainsKey(core)) return DateRules.IsMonth(core) && next.Core is [>= '0' and <= '9', ..];
        return IsInitials(core) && !starts && core is not "I" && next.Core.Length > 0 && (core.Length == 1 || char.IsDigit(next.Core[0]) || !core.Contains('.', StringComparison.Ordinal) || char.IsUpper(next.Core[0]));
    }

    // "J", "U.S", "J.R.R"
    private static bool IsInitials(string core) => core.Length % 2 == 1 && core.Where((_, i) => i % 2 == 0).All(char.IsAsciiLetterUpper) && core.Where((_, i) => i % 2 == 1).All(c => c == '.');
}
