namespace Reelsmith.Gateway.Webhooks;

/// <summary>Where webhooks may go. Configuration section <c>Reelsmith:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Reelsmith:Webhooks";

    /// <summary>Lets webhooks and photos' URLs reach this machine and its network, for people whose servers run there. Whoever may submit a video can then
    /// send a request to anything that this machine can reach.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
