namespace Reelsmith.Gateway.Progress;

/// <summary>How far a stage is.</summary>
/// <param name="Total">Pieces of work; 0 while the number is not known.</param>
/// <param name="Fraction">0 to 1.</param>
/// <param name="WallSeconds">Time in this run during which at least one piece was in work.</param>
/// <param name="CpuSeconds">Processor time in this run.</param>
public sealed record StageSnapshot(string Stage, int Done, int Total, double Fraction, double WallSeconds, double CpuSeconds);
