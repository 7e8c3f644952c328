namespace Reelsmith.Gateway.Webhooks;

/// <summary>A caller's own signing secret.</summary>
internal sealed class WebhookSecretRow
{
    public required string Owner { get; init; }

    public required string Secret { get; set; }

    /// <summary>The one before, which events are signed with as well for a while.</summary>
    public string? Previous { get; set; }

    public long? PreviousUntilUnixMilliseconds { get; set; }
}
