using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway;

/// <summary>The answer to a request.</summary>
/// <param name="Resumed">Whether an unfinished job with the same request is carried on instead of a new one.</param>
public sealed record Submission(Guid JobId, bool Resumed)
{
    /// <summary>The job as it was stored a moment ago; null when it is an earlier one.</summary>
    internal JobRow? Row { get; init; }
}
