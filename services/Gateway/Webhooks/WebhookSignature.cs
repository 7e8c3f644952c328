using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Symmetric signatures of the Standard Webhooks specification, version 1: <c>v1,</c> and the base64 of HMAC-SHA256 over
/// <c>id.timestamp.body</c> (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    public const string SecretPrefix = "whsec_";
    public const int FewestKeyBytes = 24;
    public const int MostKeyBytes = 64;

    private const string Version = "v1,";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public static string Sign(byte[] key, string id, DateTimeOffset at, string body) => Sign(key, id, Timestamp(at), body);

    /// <summary>Unix time in whole seconds.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>What a receiver does.</summary>
    /// <param name="signatures">One or more, with a space between: one of the right version and key is enough.</param>
    public static bool Verify(byte[] key, string id, string timestamp, string signatures, string body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - (double)seconds) > Tolerance.TotalSeconds) return false;
        var expected = Encoding.UTF8.GetBytes(Sign(key, id, timestamp, body));
        return signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected));
    }

    /// <summary>Reads a signing secret: "whsec_" and 24 to 64 bytes in base64.</summary>
    public static bool TryParseSecret(string secret, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal)) return false;
        var text = secret.AsSpan(SecretPrefix.Length);
        Span<byte> bytes = stackalloc byte[MostKeyBytes];
        if (!Convert.TryFromBase64Chars(text, bytes, out var length) || length < FewestKeyBytes) return false;
        // Other libraries are stricter than .NET, which passes over white space and stray bits.
        if (!text.SequenceEqual(Convert.ToBase64String(bytes[..length]))) return false;
        key = bytes[..length].ToArray();
        return true;
    }

    public static string SecretOf(ReadOnlySpan<byte> key) => SecretPrefix + Convert.ToBase64String(key);

    private static string Sign(byte[] key, string id, string timestamp, string body) =>
        Version + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
}
