namespace Reelsmith.Hosting.Stages;

/// <summary>A result as it is stored.</summary>
/// <param name="Version">Tells it from what else is stored under its key at other times; empty where nothing needs that.</param>
/// <param name="LastOfUse">When it was stored, or of use, as far as that is noted.</param>
internal sealed record StoredResult(ReadOnlyMemory<byte> Json, string Version, DateTimeOffset LastOfUse);
