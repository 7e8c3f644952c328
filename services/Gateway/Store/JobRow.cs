using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Store;

/// <summary>What can be asked about a job without folding its log.</summary>
internal sealed class JobRow
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the request: the same request as an unfinished job's goes on with that job.</summary>
    public required string RequestHash { get; init; }

    public JobStatus Status { get; set; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; set; }

    public string? Title { get; set; }

    public long CreatedUnixMilliseconds { get; init; }

    public long UpdatedUnixMilliseconds { get; set; }
}
