namespace Reelsmith.Gateway.Keys;

/// <summary>Whether requests need an API key: as soon as anybody but this machine can connect, or when it is asked for.</summary>
public sealed record KeyPolicy(bool Required);
