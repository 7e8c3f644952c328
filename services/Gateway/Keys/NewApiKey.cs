namespace Reelsmith.Gateway.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Secret">Shown once: only its hash is kept.</param>
public sealed record NewApiKey(ApiKey Key, string Secret);
