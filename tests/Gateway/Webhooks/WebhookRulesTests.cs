using Reelsmith.Contracts;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly WebhookRules Rules = new(new PublicAddressesOnly(allowPrivate: false));
    private static readonly WebhookRules AtHome = new(new PublicAddressesOnly(allowPrivate: true));

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("http://example.com:8080/hooks?a=b%20c&d=@")]
    [InlineData("HTTPS://EXAMPLE.COM/@/x")]
    [InlineData("https://bücher.example/ä")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    [InlineData("https://localhost.example.com/")]
    [InlineData("https://notlocalhost/")]
    public void These_can_be_given(string url) => Rules.Check(new Webhook(url, null));

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("/hooks")]
    [InlineData("//example.com/hooks")]
    [InlineData("http:example.com")]
    [InlineData("http:///hooks")]
    [InlineData("http://:80/")]
    [InlineData("http://example.com:0/")]
    [InlineData("http://example.com:70000/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("unix:///var/run/docker.sock")]
    [InlineData(" https://example.com/")]
    [InlineData("https://example.com/\r\nX-Header: 1")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com\\@127.0.0.1/")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://@example.com/")]
    [InlineData("https://127.0.0.1%2f@example.com/")]
    [InlineData("https://example.com/#part")]
    [InlineData("https://example.com#@127.0.0.1/")]
    public void These_cannot_be_anywhere(string url)
    {
        Assert.Equal("webhook_url", CodeOf(Rules, new Webhook(url, null)));
        Assert.Equal("webhook_url", CodeOf(AtHome, new Webhook(url, null)));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f000001./")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://１２７.0.0.1/")] // full-width digits
    [InlineData("http://127。0。0。1/")] // ideographic full stops
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST:8080/")]
    [InlineData("http://localhost./")]
    [InlineData("http://localhost../")]
    [InlineData("http://a.localhost/")]
    [InlineData("http://ⓛocalhost/")]
    [InlineData("http://loc\u00adalhost/")] // soft hyphen
    [InlineData("http://localhost.localdomain/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[0:0:0:0:0:ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")] // 169.254.169.254
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://192.168.1.1:443/")]
    public void What_is_seen_to_be_private_is_refused(string url) => Assert.Equal("webhook_url", CodeOf(Rules, new Webhook(url, null)));

    [Theory]
    [InlineData("http://127.0.0.1:9000/hook")]
    [InlineData("http://localhost/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://[fd00::1]/")]
    public void Private_addresses_can_be_allowed(string url) => Assert.Null(CodeOf(AtHome, new Webhook(url, null)));

    [Fact]
    public void A_long_url_is_refused()
    {
        const string start = "https://example.com/";
        Assert.Null(CodeOf(Rules, new Webhook(start.PadRight(PublicAddressesOnly.LongestUrl, 'a'), null)));
        Assert.Equal("webhook_url", CodeOf(Rules, new Webhook(start.PadRight(PublicAddressesOnly.LongestUrl + 1, 'a'), null)));
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null)]
    [InlineData("whsec_short", "webhook_secret")]
    [InlineData("", "webhook_secret")]
    public void A_secret_has_its_form(string secret, string? code) => Assert.Equal(code, CodeOf(Rules, new Webhook("https://example.com/", secret)));

    private static string? CodeOf(WebhookRules rules, Webhook webhook)
    {
        var failure = (Record.Exception(() => rules.Check(webhook)) as ReelsmithException)?.Failure;
        if (failure is not null) Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        return failure?.Code;
    }
}
