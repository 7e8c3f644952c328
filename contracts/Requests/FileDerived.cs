namespace Reelsmith.Contracts;

public sealed record FileDerived(ArtifactRef File);
