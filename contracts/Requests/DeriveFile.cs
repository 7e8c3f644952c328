namespace Reelsmith.Contracts;

/// <summary>Asks for a file that is made out of a finished film. A request: answered by <see cref="FileDerived"/> or <see cref="RequestFailed"/>.</summary>
public sealed record DeriveFile(ArtifactRef Video, DerivedKind Kind);
