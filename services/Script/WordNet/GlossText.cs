using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Makes the clauses of a definition readable aloud: no parentheses, no signs, no abbreviations.</summary>
internal static partial class GlossText
{
    /// <summary>The clauses of a definition, cleaned; those that cannot be read aloud are left out.</summary>
    public static IReadOnlyList<string> Clauses(string definition)
    {
        var clauses = new List<string>();
        foreach (var piece in Parentheses().Replace(WithoutNested(definition), " ").Split(';'))
        {
            // After a colon stands a list of kinds, which goes on over semicolons.
            var colon = piece.IndexOf(": ", StringComparison.Ordinal);
            var clause = Clean(colon < 0 ? piece : piece[..colon]);
            if (colon >= 0) clause = OpenEnd().Replace(clause, "");
            if (clause.Length > 2 && !Unreadable().IsMatch(clause)) clauses.Add(clause);
            if (colon >= 0) break;
        }
        return clauses;
    }

    /// <summary>What stands in parentheses, in order.</summary>
    public static IEnumerable<string> Asides(string definition) => Parentheses().Matches(definition).Select(m => m.Value.Trim(' ', '(', ')'));

    private static string Clean(string piece)
    {
        var text = piece.Replace("``", "", StringComparison.Ordinal).Replace("''", "", StringComparison.Ordinal).Replace('`', '\'');
        text = Quotes().Replace(text, "$1");
        text = text.Replace("e.g.,", "for example", StringComparison.Ordinal).Replace("e.g.", "for example", StringComparison.Ordinal)
            .Replace("i.e.,", "that is,", StringComparison.Ordinal).Replace("i.e.", "that is,", StringComparison.Ordinal)
            .Replace(", etc.", " and so on", StringComparison.Ordinal).Replace(" etc.", " and so on", StringComparison.Ordinal).Replace(" etc", " and so on", StringComparison.Ordinal)
            .Replace("and/or", "or", StringComparison.Ordinal).Replace(" -- ", ", ", StringComparison.Ordinal).Replace("--", ", ", StringComparison.Ordinal)
            .Replace("esp.", "especially", StringComparison.Ordinal).Replace(" & ", " and ", StringComparison.Ordinal);
        text = Alternative().Replace(text, " or ");
        text = BareHemisphere().Replace(text, "$1 the $2");
        text = Spaces().Replace(text, " ");
        text = SpaceBeforeMark().Replace(text, "$1");
        return text.Trim(' ', ',', ':', '.', '-');
    }

    private static string WithoutNested(string text)
    {
        // A parenthesis inside another: the inner pair goes first, so that the outer is matched whole.
        string before;
        do
        {
            before = text;
            text = Nested().Replace(text, "($1 $2)");
        }
        while (text != before);
        return text;
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"\(([^()]*)\([^()]*\)([^()]*)\)")]
    private static partial Regex Nested();

    [GeneratedRegex(@"'([^']{1,40})'(?![a-z])")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\b(of|in|from|to) ((?:northern|southern|eastern|western|Northern|Southern) [Hh]emisphere)")]
    private static partial Regex BareHemisphere();

    [GeneratedRegex(@"[\s,]+(?:including|such as|as|like|for|of|in|and|or|for example)$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"(?<=[a-z])/(?=[a-z])")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([,.;:])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"[()\[\]{}_<>|=""*+]|\.\.|\bcf\b|http")]
    private static partial Regex Unreadable();
}
