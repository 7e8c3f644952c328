namespace Reelsmith.Contracts;

public sealed record JobSubmitted(Guid JobId, VideoRequest Request, DateTimeOffset At) : JobEvent(JobId);
