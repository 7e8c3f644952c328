using Reelsmith.Contracts;

namespace Reelsmith.Video.Rendering;

/// <summary>What is stored of a rendered scene.</summary>
internal sealed record RenderedScene(ArtifactRef Clip);
