namespace Reelsmith.Gateway;

/// <summary>The answer to a request.</summary>
/// <param name="Resumed">Whether an unfinished job with the same request is carried on instead of a new one.</param>
public sealed record Submission(Guid JobId, bool Resumed);
