using System.Buffers.Binary;
using System.Security.Cryptography;
using Reelsmith.Gateway.Http;

namespace Reelsmith.Gateway.Keys;

/// <summary>The keys that are good right now, read again when a request comes and the last reading is a second old:
/// a key that another process adds or revokes counts within that second, and an idle server reads nothing.</summary>
internal sealed class KeyRing(ApiKeys keys, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private Reading? _last;

    /// <returns>Null when no good key has this secret.</returns>
    public async ValueTask<Caller?> Find(string secret, CancellationToken cancellationToken)
    {
        if (!KeySecret.IsOne(secret)) return null;
        var hash = KeySecret.Hash(secret);
        // Found by the start of the hash; the whole is compared in the same time wherever it differs.
        var key = (await Current(cancellationToken))[StartOf(hash)].FirstOrDefault(key => CryptographicOperations.FixedTimeEquals(key.Hash, hash));
        return key is null ? null : new Caller(key.Name, key.Name);
    }

    /// <summary>Whether there is no good key at all.</summary>
    public async Task<bool> IsEmpty(CancellationToken cancellationToken) => (await Current(cancellationToken)).Count == 0;

    public void Dispose() => _reading.Dispose();

    private static ulong StartOf(byte[] hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);

    private async ValueTask<ILookup<ulong, GoodKey>> Current(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh) return fresh;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile) return meanwhile;
            var at = time.GetTimestamp();
            var good = (await keys.Good(cancellationToken)).ToLookup(key => StartOf(key.Hash));
            Volatile.Write(ref _last, new Reading(good, at));
            return good;
        }
        finally
        {
            _reading.Release();
        }
    }

    private ILookup<ulong, GoodKey>? Fresh() => Volatile.Read(ref _last) is { } last && time.GetElapsedTime(last.At) < Age ? last.Keys : null;

    private sealed record Reading(ILookup<ulong, GoodKey> Keys, long At);
}
