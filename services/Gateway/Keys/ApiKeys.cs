using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Keys;

/// <summary>The keys in the job store: made, listed and revoked here, also while a server runs in another process.</summary>
internal sealed class ApiKeys(GatewayStore store, TimeProvider time)
{
    private const int LongestName = 64;
    private const int IdLength = 8;
    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look like another

    /// <exception cref="ReelsmithException">The name cannot be, or the store cannot be written.</exception>
    public Task<NewApiKey> Add(string name, CancellationToken cancellationToken) => InStore(async db =>
    {
        CheckName(name);
        var secret = KeySecret.New();
        var row = new ApiKeyRow
        {
            Id = $"key_{RandomNumberGenerator.GetString(IdLetters, IdLength)}",
            Name = name,
            Hash = Convert.ToHexStringLower(KeySecret.Hash(secret)),
            CreatedUnixMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return new NewApiKey(KeyOf(row), secret);
    });

    /// <summary>All keys, the oldest first.</summary>
    public Task<IReadOnlyList<ApiKey>> List(CancellationToken cancellationToken) => InStore<IReadOnlyList<ApiKey>>(async db =>
        [.. (await Rows(db).OrderBy(key => key.CreatedUnixMilliseconds).ThenBy(key => key.Id).ToListAsync(cancellationToken)).Select(KeyOf)]);

    /// <summary>Ends a key for good; one that has ended already stays so.</summary>
    /// <exception cref="ReelsmithException">There is no such key.</exception>
    public Task<ApiKey> Revoke(string id, CancellationToken cancellationToken) => InStore(async db =>
    {
        var row = await db.Set<ApiKeyRow>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken)
            ?? throw ReelsmithException.InvalidInput("key_unknown", $"There is no key \"{id}\".", "`reelsmith keys list` lists them with their ids.");
        row.RevokedUnixMilliseconds ??= time.GetUtcNow().ToUnixTimeMilliseconds();
        await db.SaveChangesAsync(cancellationToken);
        return KeyOf(row);
    });

    /// <summary>Every key that has not been revoked.</summary>
    public Task<IReadOnlyList<GoodKey>> Good(CancellationToken cancellationToken) => InStore<IReadOnlyList<GoodKey>>(async db =>
        [.. (await Rows(db).Where(key => key.RevokedUnixMilliseconds == null).ToListAsync(cancellationToken)).Select(key => new GoodKey(Convert.FromHexString(key.Hash), key.Name))]);

    private static IQueryable<ApiKeyRow> Rows(GatewayDb db) => db.Set<ApiKeyRow>().AsNoTracking();

    private Task<T> InStore<T>(Func<GatewayDb, Task<T>> work) => store.Guarded(async () =>
    {
        await using var db = await store.Open();
        return await work(db);
    });

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@'))
        {
            throw ReelsmithException.InvalidInput("key_name", $"\"{name}\" cannot be the name of a key.", $"Use up to {LongestName} letters, digits and - _ . @, for example alice or ci-server.");
        }
    }

    private static ApiKey KeyOf(ApiKeyRow row) => new(row.Id, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedUnixMilliseconds),
        row.RevokedUnixMilliseconds is { } revoked ? DateTimeOffset.FromUnixTimeMilliseconds(revoked) : null);
}
