namespace Reelsmith.Contracts;

/// <summary>A finished scene, ready to be joined.</summary>
/// <param name="NarrationStart">Frame of the scene at which the narration's first sample is heard.</param>
/// <param name="Renderer">Name and version of the engine that drew the clip.</param>
public sealed record ComposedScene(ArtifactRef Clip, int Frames, NarrationAudio Narration, int NarrationStart, string Renderer);
