namespace Reelsmith.Composer.Films;

/// <summary>Where a scene stands in the film.</summary>
/// <param name="Start">Its first frame in the film.</param>
/// <param name="SpeechStart">First sample of its narration, counted from the film's first.</param>
/// <param name="SpeechEnd">Sample after the narration's last.</param>
internal sealed record SceneSpan(int Start, int Frames, long SpeechStart, long SpeechEnd)
{
    /// <summary>Frame after the last.</summary>
    public int End => Start + Frames;
}
