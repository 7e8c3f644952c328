using Reelsmith.Contracts;
using Reelsmith.Gateway.Outgoing;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>What can be given as a webhook.</summary>
internal sealed class WebhookRules(PublicAddressesOnly addresses)
{
    /// <exception cref="ReelsmithException">It cannot be; the code is the member at fault, <c>webhook_url</c> or <c>webhook_secret</c>.</exception>
    public void Check(Webhook webhook)
    {
        addresses.Check(webhook.Url, "The webhook's URL", "webhook_url");
        if (webhook.Secret is { } secret && !WebhookSignature.TryParseSecret(secret, out _))
        {
            throw ReelsmithException.InvalidInput("webhook_secret", "The webhook's secret is not a signing secret.",
                $"Use \"{WebhookSignature.SecretPrefix}\" and {WebhookSignature.FewestKeyBytes} to {WebhookSignature.MostKeyBytes} bytes in base64, or leave it out to have your own of GET /v1/webhook_secret used.");
        }
    }
}
