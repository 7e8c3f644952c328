using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Progress;

/// <summary>Something that a watcher of a job is told.</summary>
/// <param name="Version">Place of the event in the job's log; the log's length when nothing but progress was made.</param>
/// <param name="Event">What happened; null: progress only.</param>
/// <param name="Snapshot">The job now: the same instance for every watcher until it changes again.</param>
public sealed record JobChange(int Version, JobEvent? Event, JobSnapshot Snapshot);
