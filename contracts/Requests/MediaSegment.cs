namespace Reelsmith.Contracts;

/// <summary>A piece of a scene that can be played by itself.</summary>
/// <param name="Media">Fragments of MP4, without the initialization.</param>
public sealed record MediaSegment(ArtifactRef Media, int Frames);
