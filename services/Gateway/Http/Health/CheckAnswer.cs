namespace Reelsmith.Gateway.Http.Health;

/// <summary>One of the checks.</summary>
/// <param name="Status">ok, degraded or failed.</param>
public sealed record CheckAnswer(string Status, string? Detail);
