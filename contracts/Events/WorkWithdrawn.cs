namespace Reelsmith.Contracts;

/// <summary>Nothing of a job's work up to this revision is wanted any more: it was cancelled, has failed, or its storyboard was edited.
/// Published to every worker; not part of the job's log.</summary>
public sealed record WorkWithdrawn(Guid JobId, int Revision);
