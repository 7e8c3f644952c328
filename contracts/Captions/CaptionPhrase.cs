namespace Reelsmith.Contracts;

/// <summary>Words that are shown together as a caption of one or two lines.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="SecondLine">Index of the second line's first word; <paramref name="End"/> when there is one line.</param>
/// <param name="End">Index after its last word.</param>
public sealed record CaptionPhrase(int First, int SecondLine, int End)
{
    /// <summary>The lines' text, with spaces only where the narration has them.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<SpokenWord> words) => SecondLine == End
        ? [Text(words, First, End)]
        : [Text(words, First, SecondLine), Text(words, SecondLine, End)];

    private static string Text(IReadOnlyList<SpokenWord> words, int from, int to) =>
        string.Concat(Enumerable.Range(from, to - from).Select(i => i + 1 < to && words[i].SpaceAfter ? words[i].Text + " " : words[i].Text));
}
