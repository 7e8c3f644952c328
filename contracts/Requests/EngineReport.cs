namespace Reelsmith.Contracts;

/// <summary>Whether an engine can work on this machine.</summary>
/// <param name="Stage">"script", "speech", "video" or "composer".</param>
/// <param name="Engine">Name ("festival", "motion").</param>
/// <param name="Version">As the engine reports it, or null when it is not there.</param>
/// <param name="Fix">What to do when it is not ready ("apt install festival festvox-us-slt-hts"), else null.</param>
public sealed record EngineReport(string Stage, string Engine, bool Ready, string? Version, string Detail, string? Fix);
