namespace Reelsmith.Contracts;

/// <summary>Words that are shown together: one or two lines of a caption.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">Number of words, at least one.</param>
/// <param name="SecondLine">Index of the first word of the second line; null when there is one line.</param>
public sealed record CaptionPhrase(int First, int Count, int? SecondLine)
{
    /// <summary>Index after its last word.</summary>
    public int End => First + Count;

    /// <summary>Its lines as text.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<SpokenWord> words) =>
        SecondLine is { } second ? [Line(words, First, second), Line(words, second, End)] : [Line(words, First, End)];

    private static string Line(IReadOnlyList<SpokenWord> words, int first, int end) =>
        string.Concat(Enumerable.Range(first, end - first).Select(i => words[i].Text + (words[i].SpaceAfter && i + 1 < end ? " " : "")));
}
