using Reelsmith.Contracts;

namespace Reelsmith.Video.Templates;

/// <summary>When the words of a scene are spoken, in frames.</summary>
internal sealed class Cues(SceneDrawing drawing, WordTimings words, VideoFormat format)
{
    /// <summary>Frame after the last spoken word; the scene's last when nothing is spoken.</summary>
    public int End => words.Words.Count == 0 ? drawing.Frames : FrameAt(words.Words[^1].End);

    public int Start => words.Words.Count == 0 ? drawing.NarrationStart : FrameAt(words.Words[0].Start);

    /// <summary>The words as spoken, for telling words of unspaced scripts apart.</summary>
    public IEnumerable<string> Words => words.Words.Select(word => Bare(word.Text));

    /// <summary>Frame at which a phrase starts to be spoken; null when it is not.</summary>
    public int? FrameOf(string phrase) => Find(phrase) is var (first, _) ? FrameAt(first.Start) : null;

    /// <summary>Frame at which a phrase has been spoken.</summary>
    public int? FrameAfter(string phrase) => Find(phrase) is var (_, last) ? FrameAt(last.End) : null;

    private (SpokenWord First, SpokenWord Last)? Find(string phrase)
    {
        var wanted = Bare(phrase);
        if (wanted.Length == 0) return null;
        for (var at = IndexOf(drawing.Narration, wanted, 0); at >= 0; at = IndexOf(drawing.Narration, wanted, at + 1))
        {
            if (!IsWhole(drawing.Narration, at, wanted.Length)) continue;
            var inside = words.Words.Where(word => word.Offset < at + wanted.Length && word.Offset + word.Length > at).ToArray();
            if (inside.Length > 0) return (inside[0], inside[^1]);
        }
        return null;
    }

    private static int IndexOf(string text, string wanted, int from) =>
        from >= text.Length ? -1 : text.IndexOf(wanted, from, StringComparison.OrdinalIgnoreCase);

    // "ash" is not spoken in "washed"; scripts without spaces have no such borders.
    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsLetter(text[at - 1]) || !IsLetter(text[at])) && (at + length >= text.Length || !IsLetter(text[at + length]) || !IsLetter(text[at + length - 1]));

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && !Layout.Scripts.IsUnspaced(c);

    private static bool Same(string a, string b) => string.Equals(a, Bare(b), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => text.Trim().Trim([.. ".,:;!?…\"'“”„‘’«»()[]，。、！？：；（）「」『』¿¡ "]);

    private int FrameAt(long sample) => drawing.NarrationStart + (int)(sample * format.FramesPerSecond / VideoFormat.SampleRate);
}
