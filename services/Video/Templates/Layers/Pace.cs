namespace Reelsmith.Video.Templates.Layers;

/// <summary>Turns moments and lengths given in frames at 30 a second into frames of the film.</summary>
/// <param name="Entrance">Frame at which entrances start.</param>
internal readonly record struct Pace(int FramesPerSecond, int Entrance)
{
    /// <summary>The frame that lies <paramref name="frames30"/> after the entrance.</summary>
    public int At(double frames30) => Entrance + (int)Math.Round(frames30 * FramesPerSecond / 30);

    /// <summary>A length, at least one frame.</summary>
    public int Length(double frames30) => Math.Max(1, (int)Math.Round(frames30 * FramesPerSecond / 30));

    public double Seconds(int frames) => (double)frames / FramesPerSecond;
}
