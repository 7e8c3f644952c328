namespace Reelsmith.Contracts;

/// <summary>The job's turn has come: its stages may work.</summary>
public sealed record JobStarted(Guid JobId) : JobEvent(JobId);
