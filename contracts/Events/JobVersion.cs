namespace Reelsmith.Contracts;

/// <summary>How many events a job's log has.</summary>
public sealed record JobVersion(Guid JobId, int Version);
