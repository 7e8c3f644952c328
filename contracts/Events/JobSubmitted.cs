namespace Reelsmith.Contracts;

/// <param name="Owner">Who asked: the caller whose job it is; empty for the person at this machine.</param>
/// <param name="RemixOf">The job that this one was asked for as a variation of.</param>
/// <param name="Webhook">Where its end is told.</param>
public sealed record JobSubmitted(Guid JobId, VideoRequest Request, DateTimeOffset At, string Owner = "", string? Model = null, Guid? RemixOf = null,
    Webhook? Webhook = null) : JobEvent(JobId);
