namespace Reelsmith.Gateway.Jobs;

public enum JobStatus
{
    Running,
    Completed,
    Failed,
    Cancelled,
}
