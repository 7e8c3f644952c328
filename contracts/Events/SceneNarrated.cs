namespace Reelsmith.Contracts;

public sealed record SceneNarrated(Guid JobId, int Scene, NarrationAudio Narration, StageCost Cost) : JobEvent(JobId);
