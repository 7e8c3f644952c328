namespace Reelsmith.Contracts;

/// <summary>What a piece of work took.</summary>
/// <param name="Cached">True when the result was found in the store and no work was done: what it took is then zero.</param>
/// <param name="WallSeconds">From taking the command to the stored result.</param>
/// <param name="CpuSeconds">Processor time of the work and of the programs it ran.</param>
/// <param name="WaitedSeconds">How long its command was on the way to a worker.</param>
public sealed record StageCost(bool Cached, double WallSeconds, double CpuSeconds, double WaitedSeconds = 0);
