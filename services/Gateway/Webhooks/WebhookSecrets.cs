using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>The signing secret that each caller has, made when it is first needed.</summary>
internal sealed class WebhookSecrets(WebhookStore store, TimeProvider time)
{
    /// <summary>How long events are signed with the secret before as well, so that a receiver can change over.</summary>
    public static TimeSpan Overlap { get; } = TimeSpan.FromHours(24);

    private const int Bytes = 32;

    public async Task<WebhookSecretRow> Of(string owner, CancellationToken cancellationToken) =>
        await store.Read(db => db.Set<WebhookSecretRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Owner == owner, cancellationToken)) ?? await store.Write(async db =>
        {
            if (await db.Set<WebhookSecretRow>().FindAsync(owner) is { } made) return made;
            return db.Add(new WebhookSecretRow { Owner = owner, Secret = New() }).Entity;
        });

    /// <summary>Makes a new secret; the one before goes on being used beside it for a while.</summary>
    public Task<WebhookSecretRow> Rotate(string owner) => store.Write(async db =>
    {
        if (await db.Set<WebhookSecretRow>().FindAsync(owner) is not { } row) return db.Add(new WebhookSecretRow { Owner = owner, Secret = New() }).Entity;
        (row.Secret, row.Previous, row.PreviousUntilUnixMilliseconds) = (New(), row.Secret, (time.GetUtcNow() + Overlap).ToUnixTimeMilliseconds());
        return row;
    });

    /// <summary>What an event is signed with, the newest first.</summary>
    public async Task<IReadOnlyList<byte[]>> KeysFor(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Secret is { } secret) return [KeyOf(secret)];
        var own = await Of(delivery.Owner, cancellationToken);
        return own is { Previous: { } previous, PreviousUntilUnixMilliseconds: { } until } && until > time.GetUtcNow().ToUnixTimeMilliseconds()
            ? [KeyOf(own.Secret), KeyOf(previous)]
            : [KeyOf(own.Secret)];
    }

    private static string New() => WebhookSignature.SecretOf(RandomNumberGenerator.GetBytes(Bytes));

    private static byte[] KeyOf(string secret) => WebhookSignature.TryParseSecret(secret, out var key) ? key : throw new InvalidOperationException("A signing secret in the store is not one.");
}
