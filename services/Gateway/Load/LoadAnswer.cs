namespace Reelsmith.Gateway.Load;

/// <summary>How much work there is.</summary>
/// <param name="JobsWaiting">Jobs whose turn has not come.</param>
/// <param name="JobsRunning">Jobs whose stages work.</param>
/// <param name="JobsAtOnce">How many may run.</param>
/// <param name="Stages">Where a broker is shared.</param>
internal sealed record LoadAnswer(int JobsWaiting, int JobsRunning, int JobsAtOnce, IReadOnlyList<StageLoad> Stages);
