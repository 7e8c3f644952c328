using Reelsmith.Contracts;

namespace Reelsmith.Video.Captions;

/// <summary>When the words of a scene's caption light up, in frames of the scene.</summary>
internal sealed class CaptionTimes
{
    private const int LeadAtThirty = 2, GlideAtThirty = 3, HoldAtThirty = 8, FadeAtThirty = 4, GoneAtThirty = 4, LingerAtThirty = 45;

    private readonly int[] _onsets;
    private readonly int[] _ends;

    public CaptionTimes(WordTimings words, int narrationStart, int sceneFrames, VideoFormat format)
    {
        int Scaled(int atThirty) => Math.Max(1, (int)Math.Round(atThirty * format.FramesPerSecond / 30.0));
        int FrameOf(long sample) => narrationStart + (int)Math.Round(sample / (double)format.SamplesPerFrame);
        _onsets = [.. words.Words.Select(w => FrameOf(w.Start) - Scaled(LeadAtThirty))];
        _ends = [.. words.Words.Select(w => FrameOf(w.End))];
        Glide = Scaled(GlideAtThirty);
        Hold = Scaled(HoldAtThirty);
        Fade = Scaled(FadeAtThirty);
        Linger = Scaled(LingerAtThirty);
        Gone = sceneFrames - Scaled(GoneAtThirty);
    }

    /// <summary>Frames that the pill takes from word to word.</summary>
    public int Glide { get; }

    /// <summary>Longest pause through which the pill stays.</summary>
    public int Hold { get; }

    public int Fade { get; }

    /// <summary>How long a phrase stays after its last word when nothing follows.</summary>
    public int Linger { get; }

    /// <summary>From this frame on there is no caption.</summary>
    public int Gone { get; }

    /// <summary>The frame from which the pill is on a word: a little before its onset, and never before that of an earlier word.</summary>
    public int Lights(int word) => _onsets[word];

    public int Ends(int word) => _ends[word];

    /// <summary>The word lit at a frame: the last whose time has come; -1 before the first.</summary>
    public int LitAt(int frame)
    {
        var at = Array.BinarySearch(_onsets, frame);
        if (at < 0) return ~at - 1;
        while (at + 1 < _onsets.Length && _onsets[at + 1] == frame) at++;
        return at;
    }

    /// <summary>How opaque the pill is at a frame: it holds through short pauses and fades in long ones.</summary>
    public float PillAlpha(int frame, int lit)
    {
        var next = lit + 1 < _onsets.Length ? _onsets[lit + 1] : int.MaxValue;
        var end = Math.Max(_ends[lit], _onsets[lit] + 1);
        if (next != int.MaxValue && next - end <= Hold) return 1;
        var faded = frame - end - Hold;
        return faded <= 0 ? 1 : Math.Max(0, 1 - (faded / (float)(Fade + 1)));
    }
}
