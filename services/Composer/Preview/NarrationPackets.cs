using Reelsmith.Contracts;

namespace Reelsmith.Composer.Preview;

/// <summary>Which AAC packets of the film's sound belong to a scene. A packet is 1,024 samples, a scene is not a multiple of that: the packets
/// of all scenes lie on one grid from the film's start, and a scene has those that start within it. So nothing overlaps and nothing is missing
/// where scenes meet, though each scene is coded by itself.</summary>
/// <param name="First">Sample of the film at which the scene's first packet starts.</param>
/// <param name="Count">How many packets the scene has.</param>
internal readonly record struct NarrationPackets(long First, int Count)
{
    public const int Samples = 1024;

    public static NarrationPackets Of(int startFrame, int frames, VideoFormat format)
    {
        var start = (long)startFrame * format.SamplesPerFrame;
        var end = start + ((long)frames * format.SamplesPerFrame);
        return new NarrationPackets(UpToGrid(start), (int)((UpToGrid(end) - UpToGrid(start)) / Samples));
    }

    /// <summary>The samples to give to the coder: an AAC coder puts a packet of silence before them, which stands for the scene's first packet.
    /// That costs nothing, because a scene begins with more silence than that.</summary>
    /// <param name="scene">The scene's sound from its first sample to its last.</param>
    public float[] Feed(ReadOnlySpan<float> scene, int startFrame, VideoFormat format)
    {
        var feed = new float[Math.Max(0, Count - 1) * Samples];
        var skipped = (int)(First - ((long)startFrame * format.SamplesPerFrame)) + Samples;
        if (feed.Length > 0) scene[skipped..Math.Min(scene.Length, skipped + feed.Length)].CopyTo(feed);
        return feed;
    }

    private static long UpToGrid(long sample) => (sample + Samples - 1) / Samples * Samples;
}
