namespace Reelsmith.Contracts;

/// <summary>A sign of life of work that takes long. Not part of the job's log: without such signs for a while, what is outstanding of the job is sent again.</summary>
public sealed record WorkGoesOn(Guid JobId);
