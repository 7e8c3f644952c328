namespace Reelsmith.Contracts;

/// <summary>The answer to a request that could not be done.</summary>
public sealed record RequestFailed(Failure Failure);
