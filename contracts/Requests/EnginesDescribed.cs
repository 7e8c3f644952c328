namespace Reelsmith.Contracts;

public sealed record EnginesDescribed(IReadOnlyList<EngineReport> Engines);
