namespace Reelsmith.Gateway.Keys;

/// <summary>A key that has not been revoked, by the SHA-256 of its secret.</summary>
internal sealed record GoodKey(byte[] Hash, string Name);
