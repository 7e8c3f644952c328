namespace Reelsmith.Contracts;

/// <summary>How far a piece of work is. Sent now and then, lost without harm, not part of the job's log.</summary>
/// <param name="Scene">From 0; null when the stage works on the whole film.</param>
/// <param name="Fraction">0 to 1.</param>
public sealed record StageProgressed(Guid JobId, string Stage, int? Scene, double Fraction);
