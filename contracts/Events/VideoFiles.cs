namespace Reelsmith.Contracts;

/// <summary>The film and what belongs to it.</summary>
/// <param name="Frames">Length of the film.</param>
public sealed record VideoFiles(ArtifactRef Video, ArtifactRef Poster, ArtifactRef CaptionsSrt, ArtifactRef CaptionsVtt,
    ArtifactRef Storyboard, ArtifactRef Provenance, ArtifactRef Qc, int Frames);
