namespace Reelsmith.Script.Documents;

/// <summary>Where quotations open and close.</summary>
internal static class Quotations
{
    private const string Openers = "“„«「『《‘‚‹";
    private const string Closers = "”»」』》’›";

    /// <summary>Whether a quotation that opens in the text is still open at its end.</summary>
    public static bool LeavesOpen(string text) => Depth(text) > 0;

    /// <summary>Whether the text closes a quotation that it did not open.</summary>
    public static bool Closes(string text) => Depth(text) < 0 || text.Count(c => c == '"') % 2 == 1;

    /// <summary>Whether the last thing in the text is the end of a quotation.</summary>
    public static bool EndsWithQuotation(string text) => text.Length > 1 && (Closers.Contains(text[^1], StringComparison.Ordinal) || text[^1] == '"');

    /// <summary>Quotations opened less those closed.</summary>
    private static int Depth(string text)
    {
        var depth = 0;
        var straight = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var letterBefore = i > 0 && char.IsLetterOrDigit(text[i - 1]);
            var letterAfter = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (c == '"') straight = !straight;
            else if (c == '’') depth -= !letterAfter && !letterBefore && text.AsSpan(0, i).Contains('‘') ? 1 : 0;
            else if (c == '‘') depth += letterAfter && text.AsSpan(i).Contains('’') ? 1 : 0;
            // “ closes in German, where „ opens.
            else if (c == '“' && text.AsSpan(0, i).Contains('„') && !letterAfter) depth--;
            else if (c == '»' && text.AsSpan(i).Contains('«') && letterAfter && !text.AsSpan(0, i).Contains('«')) depth++;
            else if (c == '«' && !letterAfter && text.AsSpan(0, i).Contains('»')) depth--;
            else if (Openers.Contains(c, StringComparison.Ordinal)) depth++;
            else if (Closers.Contains(c, StringComparison.Ordinal)) depth--;
        }
        return depth + (straight ? 1 : 0);
    }
}
