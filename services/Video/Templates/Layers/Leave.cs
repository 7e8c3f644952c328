namespace Reelsmith.Video.Templates.Layers;

/// <summary>When something fades out.</summary>
internal sealed record Leave(int From, int Frames)
{
    public float Alpha(int frame) => Math.Clamp(1 - (frame - From + 1f) / Frames, 0, 1);

    public bool Gone(int frame) => frame >= From + Frames - 1;
}
