using System.Text.Json.Serialization;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>One attempt to deliver a webhook.</summary>
public sealed record WebhookAttemptAnswer
{
    /// <summary>Unix time in seconds.</summary>
    [JsonPropertyName("at")]
    public required long At { get; init; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    [JsonPropertyName("status_code")]
    public required int? StatusCode { get; init; }

    /// <summary>Why there was no answer.</summary>
    [JsonPropertyName("error")]
    public required string? Error { get; init; }

    [JsonPropertyName("duration_ms")]
    public required long DurationMilliseconds { get; init; }
}
