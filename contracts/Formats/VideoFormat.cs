namespace Reelsmith.Contracts;

/// <summary>Size and rate of the pictures.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="FramesPerSecond">A whole number that divides 48,000, so that a frame is a whole number of audio samples.</param>
public sealed record VideoFormat(int Width, int Height, int FramesPerSecond)
{
    /// <summary>Rate of all audio, in samples a second.</summary>
    public const int SampleRate = 48_000;

    /// <summary>1080p at 30 frames a second.</summary>
    public static VideoFormat Default { get; } = new(1920, 1080, 30);

    /// <summary>Audio samples that one frame lasts.</summary>
    public int SamplesPerFrame => SampleRate / FramesPerSecond;
}
