using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Outgoing;

namespace Reelsmith.Gateway.Videos;

/// <summary>Reads where the end of a video is to be told: a URL or {url, secret} in JSON, webhook and webhook_secret in a form.</summary>
internal static class WebhookField
{
    private const string Name = "webhook";
    private const string SecretName = "webhook_secret";
    private const int LongestSecret = 200;

    private static readonly string[] Members = ["url", "secret"];

    public static IReadOnlyList<string> Parameters { get; } = [Name, SecretName];

    /// <returns>Null when none is asked for.</returns>
    /// <exception cref="ReelsmithException">It cannot be read.</exception>
    public static Webhook? Read(RequestFields fields)
    {
        var secret = fields.Text(SecretName, LongestSecret);
        if (fields.Object(Name) is not { } given)
        {
            if (fields.Text(Name, PublicAddressesOnly.LongestUrl) is { } address) return new Webhook(address, secret);
            return secret is null ? null : throw WithoutUrl();
        }
        if (given.EnumerateObject().FirstOrDefault(member => !Members.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            throw ReelsmithException.InvalidInput("webhook_unknown_member", $"A webhook has no member \"{RequestFields.Shown(other.Name)}\".", "Use url and secret.").About(Name);
        }
        return new Webhook(Member(given, "url", PublicAddressesOnly.LongestUrl) ?? throw WithoutUrl(), Member(given, "secret", LongestSecret) ?? secret);
    }

    private static string? Member(JsonElement given, string name, int longest) => !given.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= longest ? text
        : throw ReelsmithException.InvalidInput($"webhook_{name}_invalid", $"The webhook's {name} is not a string of at most {longest} characters.", "Send one.").About(Name);

    private static ReelsmithException WithoutUrl() => ReelsmithException.InvalidInput("webhook_url_missing", "The webhook has no URL.", "Say where the end is to be told.").About(Name);
}
