using System.Text;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation;

/// <summary>Cuts a narration in a script with spaces into <see cref="Atom"/>s.</summary>
internal static partial class AtomLexer
{
    private const string Opening = "\"'“”„‘’‚«»‹›([{<¿¡*_~|`•·▪►→←↑↓■□●○◆–—―‒-";
    private const string Closing = ".,;:!?…\"'“”„‘’‚«»‹›)]}>*_~|`·。，、；：！？—–―‒-‐،؛؟।॥፣።";

    /// <param name="asciiDigits">Whether digits of other scripts become ASCII ones, for rules that calculate with them.</param>
    public static IReadOnlyList<Atom> Atoms(string narration, bool asciiDigits)
    {
        var atoms = new List<Atom>();
        var unspoken = UnspokenCharacters.In(narration);
        var at = 0;
        while (at < narration.Length)
        {
            while (at < narration.Length && char.IsWhiteSpace(narration[at])) at++;
            var start = at;
            while (at < narration.Length && !char.IsWhiteSpace(narration[at])) at++;
            if (at == start) break;
            var gap = at;
            while (gap < narration.Length && char.IsWhiteSpace(narration[gap])) gap++;
            var blankLine = narration.AsSpan(at, gap - at).Count('\n') > 1;
            Chunk(narration, start, at, unspoken, asciiDigits, spaceAfter: gap > at, blankLine, atoms);
        }
        return atoms;
    }

    private static void Chunk(string narration, int start, int end, bool[] unspoken, bool asciiDigits, bool spaceAfter, bool paragraphAfter, List<Atom> atoms)
    {
        var text = new StringBuilder();
        var places = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (unspoken[i]) continue;
            text.Append(asciiDigits ? DecimalDigits.ToAscii(narration[i]) : narration[i]);
            places.Add(i);
        }
        var cuts = Cuts(text.ToString());
        for (var i = 0; i <= cuts.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : cuts[i - 1], i == cuts.Count ? text.Length : cuts[i]);
            var (first, after) = (i == 0 ? start : places[from], i == cuts.Count ? end : places[to]);
            var last = i == cuts.Count;
            atoms.Add(Split(text.ToString(from, to - from), first, after - first, last && spaceAfter, last && paragraphAfter));
        }
    }

    /// <summary>Places within a run after which a new atom begins: behind dashes and ellipses between words. Addresses stay whole.</summary>
    private static List<int> Cuts(string text) => Address().IsMatch(text)
        ? []
        : [.. InnerBreak().Matches(text).Select(match => match.Index + match.Length)];

    private static Atom Split(string text, int offset, int length, bool spaceAfter, bool paragraphAfter)
    {
        var start = 0;
        while (start < text.Length && Opening.Contains(text[start], StringComparison.Ordinal) && !IsSign(text, start)) start++;
        var end = text.Length;
        while (end > start && Closing.Contains(text[end - 1], StringComparison.Ordinal)) end--;
        if (start < end && text[start] is '.' && !(start + 1 < end && char.IsAsciiDigit(text[start + 1]))) start++;
        return new Atom(text[..start], text[start..end], text[end..], offset, length, spaceAfter, paragraphAfter);
    }

    // a minus, or "less than", before a number belongs to it
    private static bool IsSign(string text, int at) => text[at] is '-' or '–' or '<' or '~' && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at + 1]) || (at + 2 < text.Length && text[at + 1] is '$' or '€' or '£' && char.IsAsciiDigit(text[at + 2])));

    [GeneratedRegex(@"[\p{L}\p{N}\p{P}\p{Sc}%](—|―|--+|\.\.\.+|…)+(?=[\p{L}\p{N}\p{Sc}""“‘('])|\p{L}[”’""')\]]?–(?=[\p{L}""“‘(])|[^\d\s]–(?=\p{L})|[,;:!?](?=\p{L}{2})|\p{Ll}{2}\.(?=\p{Lu}\p{Ll})")]
    private static partial Regex InnerBreak();

    /// <summary>Web and mail addresses.</summary>
    [GeneratedRegex(@"^[""'(\[<]*((https?|ftp)://\S+|www\.\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|edu|gov|io|info|dev|de|uk|fr|eu|cn|jp)(/\S*)?)[.,;:!?)\]>""']*$", RegexOptions.IgnoreCase)]
    internal static partial Regex Address();
}
