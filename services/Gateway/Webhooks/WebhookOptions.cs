namespace Reelsmith.Gateway.Webhooks;

/// <summary>Where webhooks may go. Configuration section <c>Reelsmith:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Reelsmith:Webhooks";

    /// <summary>Lets webhooks reach this machine and its network, for people whose receivers run there. Whoever may submit a video can then
    /// send a POST request to anything that this machine can reach.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
