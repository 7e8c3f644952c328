namespace Reelsmith.Contracts;

public sealed record StageFailed(Guid JobId, Failure Failure) : JobEvent(JobId);
