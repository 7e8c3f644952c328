namespace Reelsmith.Gateway.Webhooks;

/// <summary>A line of a delivery's log.</summary>
internal sealed class WebhookAttempt
{
    public required string DeliveryId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public long AtUnixMilliseconds { get; init; }

    /// <summary>Of HTTP; null when there was no answer.</summary>
    public int? Status { get; init; }

    public string? Error { get; init; }

    public long DurationMilliseconds { get; init; }
}
