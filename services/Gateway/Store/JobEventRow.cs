namespace Reelsmith.Gateway.Store;

/// <summary>A line of a job's log. Two writers cannot append the same version.</summary>
internal sealed class JobEventRow
{
    public Guid JobId { get; init; }

    public int Version { get; init; }

    /// <summary>JSON of a <see cref="Jobs.JobLogEntry"/>.</summary>
    public required string Entry { get; init; }
}
