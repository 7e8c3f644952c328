using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>What can be given as a webhook.</summary>
internal sealed class WebhookRules(PublicAddressesOnly addresses)
{
    public const int LongestUrl = 2_000;

    /// <exception cref="ReelsmithException">It cannot be; the code is the member at fault, <c>webhook_url</c> or <c>webhook_secret</c>.</exception>
    public void Check(Webhook webhook)
    {
        CheckUrl(webhook.Url);
        if (webhook.Secret is { } secret && !WebhookSignature.TryParseSecret(secret, out _))
        {
            throw ReelsmithException.InvalidInput("webhook_secret", "The webhook's secret is not a signing secret.",
                $"Use \"{WebhookSignature.SecretPrefix}\" and {WebhookSignature.FewestKeyBytes} to {WebhookSignature.MostKeyBytes} bytes in base64, or leave it out to have your own of GET /v1/webhook_secret used.");
        }
    }

    private void CheckUrl(string url)
    {
        if (url.Length > LongestUrl) throw Invalid($"The webhook's URL has {url.Length} characters.", $"Use at most {LongestUrl}.");
        if (url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsHttp(uri))
        {
            throw Invalid("The webhook's URL is not an absolute http or https URL.", "Use one such as https://example.com/hooks/reelsmith.");
        }
        if (AuthorityOf(url).Contains('@')) throw Invalid("The webhook's URL has a user name or password in it.", "Leave it out: the signature shows who sends.");
        if (url.Contains('#')) throw Invalid("The webhook's URL has a fragment.", "Leave out the # and what follows it: it is never sent.");
        if (addresses.Refuses(uri)) throw Invalid("The webhook's URL leads to this machine or its network.", $"Use a public address, or have whoever runs the server set {WebhookOptions.Section}:{nameof(WebhookOptions.AllowPrivateAddresses)}.");
    }

    private static bool IsHttp(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Port != 0
        && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    private static string AuthorityOf(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        return end < 0 ? url[start..] : url[start..end];
    }

    private static ReelsmithException Invalid(string message, string hint) => ReelsmithException.InvalidInput("webhook_url", message, hint);
}
