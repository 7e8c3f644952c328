namespace Reelsmith.Contracts;

/// <summary>Where the end of a job is told to.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Secret">"whsec_" and the signing key in base64; null: the caller's own.</param>
public sealed record Webhook(string Url, string? Secret);
