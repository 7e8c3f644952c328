namespace Reelsmith.Gateway.Store;

/// <summary>What a caller has submitted lately, so that the same submission sent again is the same job.</summary>
internal sealed class SubmissionRow
{
    public required string Owner { get; init; }

    /// <summary>The caller's Idempotency-Key, or the request's hash where there was none.</summary>
    public required string Key { get; init; }

    public required string RequestHash { get; set; }

    public Guid JobId { get; set; }

    public long AtUnixMilliseconds { get; set; }
}
