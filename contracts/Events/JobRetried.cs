namespace Reelsmith.Contracts;

/// <summary>A failed or cancelled job is to go on from what is done. Its revision is the new one.</summary>
public sealed record JobRetried(Guid JobId) : JobEvent(JobId);
