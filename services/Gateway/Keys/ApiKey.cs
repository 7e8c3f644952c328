namespace Reelsmith.Gateway.Keys;

/// <summary>An API key, as it can be listed.</summary>
public sealed record ApiKey(string Id, string Name, DateTimeOffset Created, DateTimeOffset? Revoked);
