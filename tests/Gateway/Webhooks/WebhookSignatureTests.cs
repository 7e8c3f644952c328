using Microsoft.AspNetCore.Http;
using Reelsmith.Gateway.Webhooks;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_example_of_the_reference_libraries_has_the_signature_that_they_expect()
    {
        Assert.True(WebhookSignature.TryParseSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", out var key));
        var signature = WebhookSignature.Sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}""");
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Another_implementation_accepts_what_is_signed_and_nothing_else()
    {
        var (id, at, body) = ("evt_1", TimeProvider.System.GetUtcNow(), """{"title":"Ünïcode 火山"}""");
        var headers = new HeaderDictionary
        {
            [WebhookSignature.IdHeader] = id,
            [WebhookSignature.TimestampHeader] = WebhookSignature.Timestamp(at),
            [WebhookSignature.SignatureHeader] = WebhookSignature.Sign(Key, id, at, body),
        };
        var verifier = new StandardWebhook(WebhookSignature.SecretOf(Key));
        verifier.Verify(body, headers);
        Assert.Throws<WebhookVerificationException>(() => verifier.Verify(body + " ", headers));
    }

    [Fact]
    public void What_another_implementation_signs_verifies()
    {
        var signature = new StandardWebhook(Key).Sign("evt_1", Now, "{}");
        Assert.True(Verify(signature));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void A_signature_is_good_for_five_minutes(int seconds, bool good) =>
        Assert.Equal(good, WebhookSignature.Verify(Key, "evt_1", WebhookSignature.Timestamp(Now), WebhookSignature.Sign(Key, "evt_1", Now, "{}"), "{}", Now.AddSeconds(seconds)));

    [Fact]
    public void One_good_signature_of_several_is_enough() =>
        Assert.True(Verify($"v1a,abc v1,{Convert.ToBase64String(new byte[32])} {WebhookSignature.Sign(Key, "evt_1", Now, "{}")}"));

    [Theory]
    [InlineData("evt_2", "{}", true)]
    [InlineData("evt_1", "{ }", true)]
    [InlineData("evt_1", "{}", false)]
    public void A_signature_of_something_else_is_refused(string id, string body, bool rightKey)
    {
        byte[] key = rightKey ? Key : [.. Key.Reverse()];
        Assert.False(Verify(WebhookSignature.Sign(key, id, Now, body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1893499200")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public void A_time_that_cannot_be_is_refused(string timestamp) =>
        Assert.False(WebhookSignature.Verify(Key, "evt_1", timestamp, WebhookSignature.Sign(Key, "evt_1", Now, "{}"), "{}", Now));

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(32)]
    [InlineData(64)]
    public void A_secret_is_read_back(int bytes)
    {
        var key = Enumerable.Range(0, bytes).Select(n => (byte)(255 - n)).ToArray();
        Assert.True(WebhookSignature.TryParseSecret(WebhookSignature.SecretOf(key), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")] // no prefix
    [InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhc=")] // 23 bytes
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS")] // cut short
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa Sw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_")] // base64url
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAR==")] // stray bits
    public void What_is_no_secret_is_refused(string secret) => Assert.False(WebhookSignature.TryParseSecret(secret, out _));

    [Fact]
    public void A_secret_longer_than_64_bytes_is_refused() => Assert.False(WebhookSignature.TryParseSecret(WebhookSignature.SecretOf(new byte[65]), out _));

    private static bool Verify(string signatures) => WebhookSignature.Verify(Key, "evt_1", WebhookSignature.Timestamp(Now), signatures, "{}", Now);
}
