using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>A finished piece of a stage's work.</summary>
internal sealed record WorkDone(StageCost Cost, DateTimeOffset At);
