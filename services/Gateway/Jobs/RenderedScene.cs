using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

internal sealed record RenderedScene(ArtifactRef Clip, string Renderer, WorkDone Work);
