using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>A job as it is now.</summary>
/// <param name="Fraction">0 to 1, by measured cost; never falls.</param>
/// <param name="TimeLeft">Estimated from what the work has taken so far; null while there is too little to go by.</param>
/// <param name="Files">The film, when it is done.</param>
/// <param name="Failure">Why it failed, when it did.</param>
public sealed record JobSnapshot(Guid JobId, JobStatus Status, string? Title, double Fraction, TimeSpan? TimeLeft, TimeSpan Elapsed,
    IReadOnlyList<StageSnapshot> Stages, IReadOnlyList<SceneSnapshot> Scenes, VideoFiles? Files, VideoFormat Format, Failure? Failure);
