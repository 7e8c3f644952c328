using System.Text.Json.Serialization;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>An event of a video and what came of telling it to the video's webhook.</summary>
public sealed record WebhookDeliveryAnswer
{
    /// <summary>"evt_…": the event's id and the header <c>webhook-id</c>.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("object")]
    public string Object { get; } = "webhook_delivery";

    /// <summary>"video.completed" or "video.failed".</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>"pending", "delivered" or "failed".</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Unix time in seconds.</summary>
    [JsonPropertyName("created_at")]
    public required long CreatedAt { get; init; }

    /// <summary>Unix time in seconds; null when it is not sent any more.</summary>
    [JsonPropertyName("next_attempt_at")]
    public required long? NextAttemptAt { get; init; }

    /// <summary>HTTP status of the latest answer.</summary>
    [JsonPropertyName("status_code")]
    public required int? StatusCode { get; init; }

    /// <summary>Why the latest attempt had no answer.</summary>
    [JsonPropertyName("error")]
    public required string? Error { get; init; }

    /// <summary>How often it was sent.</summary>
    [JsonPropertyName("attempt_count")]
    public required int AttemptCount { get; init; }

    /// <summary>The latest attempts, the oldest first.</summary>
    [JsonPropertyName("attempts")]
    public required IReadOnlyList<WebhookAttemptAnswer> Attempts { get; init; }

    internal static WebhookDeliveryAnswer Of(WebhookDelivery delivery, IEnumerable<WebhookAttempt> attempts) => new()
    {
        Id = delivery.Id,
        Type = delivery.Type,
        Url = delivery.Url,
        State = delivery.State.ToString().ToLowerInvariant(),
        CreatedAt = delivery.CreatedUnixMilliseconds / 1000,
        NextAttemptAt = delivery.NextUnixMilliseconds / 1000,
        StatusCode = delivery.LastStatus,
        Error = delivery.LastError,
        AttemptCount = delivery.Attempts,
        Attempts = [.. attempts.Select(attempt => new WebhookAttemptAnswer
        {
            At = attempt.AtUnixMilliseconds / 1000,
            StatusCode = attempt.Status,
            Error = attempt.Error,
            DurationMilliseconds = attempt.DurationMilliseconds,
        })],
    };
}
