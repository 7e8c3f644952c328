namespace Reelsmith.Gateway.Engines;

/// <summary>Both ends are allowed.</summary>
public sealed record RangeAnswer(int Min, int Max);
