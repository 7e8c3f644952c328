namespace Reelsmith.Contracts;

/// <summary>A person gave the job up. Workers stop what they do for it.</summary>
public sealed record JobCancelled(Guid JobId) : JobEvent(JobId);
