using System.Text.RegularExpressions;

namespace Reelsmith.Video.Templates;

/// <summary>Cuts a short text into its sentences.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string text) =>
        [.. Sentence().Matches(text.Trim()).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 0)];

    // A full stop inside "1.5" or after an initial ends nothing.
    [GeneratedRegex(@"[^.!?。！？]+(?:[.!?。！？](?!\s|$|[”’»」』])[^.!?。！？]*)*(?:[.!?。！？]+[”’»」』]*|$)")]
    private static partial Regex Sentence();
}
