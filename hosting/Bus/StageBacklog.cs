namespace Reelsmith.Hosting.Bus;

/// <summary>What waits for a stage.</summary>
/// <param name="Stage">"script", "speech", "video" or "composer".</param>
/// <param name="Waiting">Commands that no worker has yet.</param>
/// <param name="Workers">Processes that take them.</param>
public sealed record StageBacklog(string Stage, int Waiting, int Workers);
