namespace Reelsmith.Hosting.Bus;

/// <summary>What waits for a stage, or for one engine of it.</summary>
/// <param name="Queue">One of <see cref="Queues.OfCommands"/>.</param>
/// <param name="Waiting">Commands that no worker has yet.</param>
/// <param name="Workers">Processes that take them.</param>
public sealed record StageBacklog(string Queue, int Waiting, int Workers);
