namespace Reelsmith.Contracts;

/// <summary>Asks a stage what it works with. A request to the stage's own queue: answered by <see cref="EnginesDescribed"/> or <see cref="RequestFailed"/>.</summary>
public sealed record DescribeEngines(string Stage);
