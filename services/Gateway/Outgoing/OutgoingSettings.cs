namespace Reelsmith.Gateway.Outgoing;

/// <summary>Where requests that somebody asks for may go: webhooks, and the URLs of pictures. Configuration section <c>Reelsmith:Outgoing</c>.</summary>
public sealed class OutgoingSettings
{
    public const string Section = "Reelsmith:Outgoing";

    /// <summary>Lets them reach this machine and its network, for people whose servers run there. Whoever may submit a video can then
    /// send a request to anything that this machine can reach.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
