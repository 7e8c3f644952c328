using System.Text.Json.Serialization;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>The webhook deliveries of a video.</summary>
public sealed record WebhookDeliveryList
{
    [JsonPropertyName("object")]
    public string Object { get; } = "list";

    /// <summary>The latest first.</summary>
    [JsonPropertyName("data")]
    public required IReadOnlyList<WebhookDeliveryAnswer> Data { get; init; }
}
