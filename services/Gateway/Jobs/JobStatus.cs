namespace Reelsmith.Gateway.Jobs;

public enum JobStatus
{
    /// <summary>Accepted; its turn has not come.</summary>
    Queued,
    Running,
    Completed,
    Failed,
    Cancelled,
}
