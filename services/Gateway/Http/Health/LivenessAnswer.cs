namespace Reelsmith.Gateway.Http.Health;

/// <summary>The process answers.</summary>
public sealed record LivenessAnswer(string Status);
