namespace Reelsmith.Gateway.Load;

/// <summary>How much work a stage has.</summary>
/// <param name="Stage">"script", "speech", "video" or "composer"; with an engine's name, what waits for the workers that have it ("speech-festival").</param>
/// <param name="Waiting">Commands that no worker has yet.</param>
/// <param name="Workers">Processes that take them.</param>
/// <param name="WaitedSeconds">How long the command that was done last had waited for a worker.</param>
/// <param name="WorkSeconds">How long a command takes, of late; null while none was done.</param>
/// <param name="WorkersWanted">With so many, what waits would be done in a minute.</param>
internal sealed record StageLoad(string Stage, int Waiting, int Workers, double WaitedSeconds, double? WorkSeconds, int WorkersWanted);
