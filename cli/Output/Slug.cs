using System.Globalization;
using System.Text;

namespace Reelsmith.Cli.Output;

/// <summary>A folder name from a title: letters and digits of any script, words joined by hyphens.</summary>
internal static class Slug
{
    private const int MostBytes = 120; // file systems allow 255 bytes a name
    private const string Nameless = "film";

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        var bytes = 0;
        foreach (var rune in title.Normalize(NormalizationForm.FormC).EnumerateRunes().Select(Rune.ToLowerInvariant))
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes) break;
            if (IsOfAWord(rune))
            {
                slug.Append(rune.ToString());
                bytes += rune.Utf8SequenceLength;
            }
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '’'))
            {
                slug.Append('-');
                bytes++;
            }
        }
        var name = slug.ToString().TrimEnd('-');
        return name.Length == 0 ? Nameless : name;
    }

    // Marks belong to their letter: without them Hindi or Thai would fall apart.
    private static bool IsOfAWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
