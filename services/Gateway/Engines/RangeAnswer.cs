namespace Reelsmith.Gateway.Engines;

/// <summary>Both ends are allowed.</summary>
internal sealed record RangeAnswer(int Min, int Max);
