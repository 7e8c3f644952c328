namespace Reelsmith.Contracts;

/// <param name="Clip">H.264 in MP4, no audio, closed GOPs, the same encoder settings for every scene of a format.</param>
/// <param name="Renderer">Name and version of the engine.</param>
public sealed record SceneRendered(Guid JobId, int Scene, ArtifactRef Clip, string Renderer, StageCost Cost) : JobEvent(JobId);
