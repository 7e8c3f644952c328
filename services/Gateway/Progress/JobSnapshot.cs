using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>A job as it is now.</summary>
/// <param name="Version">How many events its log has.</param>
/// <param name="Fraction">0 to 1, by measured cost; never falls within a revision.</param>
/// <param name="QueuePosition">How many jobs start before it, while it waits.</param>
/// <param name="TimeLeft">Estimated from what the work has taken so far; null while there is too little to go by.</param>
/// <param name="Files">The film, when it is done.</param>
/// <param name="Failure">Why it failed, when it did.</param>
public sealed record JobSnapshot(Guid JobId, int Version, int Revision, JobStatus Status, string? Title, double Fraction, int? QueuePosition, TimeSpan? TimeLeft, TimeSpan Elapsed,
    IReadOnlyList<StageSnapshot> Stages, IReadOnlyList<SceneSnapshot> Scenes, VideoFiles? Files, VideoFormat Format, Failure? Failure);
