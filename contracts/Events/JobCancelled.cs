namespace Reelsmith.Contracts;

/// <summary>A person gave the job up.</summary>
public sealed record JobCancelled(Guid JobId) : JobEvent(JobId);
