using System.Text.Json.Serialization;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>A caller's signing secret.</summary>
public sealed record WebhookSecretAnswer
{
    [JsonPropertyName("object")]
    public string Object { get; } = "webhook_secret";

    /// <summary>"whsec_" and the key in base64, as Standard Webhooks libraries take it.</summary>
    [JsonPropertyName("secret")]
    public required string Secret { get; init; }

    /// <summary>Unix time in seconds until which events carry a signature with the secret before as well; null when there is none.</summary>
    [JsonPropertyName("previous_used_until")]
    public required long? PreviousUsedUntil { get; init; }
}
