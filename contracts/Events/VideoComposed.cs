namespace Reelsmith.Contracts;

public sealed record VideoComposed(Guid JobId, VideoFiles Files, StageCost Cost) : JobEvent(JobId);
