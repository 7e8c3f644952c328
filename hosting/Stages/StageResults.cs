using System.Security.Cryptography;
using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Stages;

/// <summary>What stages have made, kept under the hash of everything that determines it, so that nothing is made twice.</summary>
public sealed class StageResults
{
    private readonly IResultStore _store;
    private readonly Dictionary<string, (SemaphoreSlim Gate, int Callers)> _busy = new(StringComparer.Ordinal);

    internal StageResults(IResultStore store) => _store = store;

    /// <summary>The key of a result: SHA-256 over stage, engine with its version, and the input as JSON.</summary>
    /// <param name="input">Only what determines the result: no job ids, no times.</param>
    public static string Key(string stage, string engine, object input)
    {
        var json = JsonSerializer.Serialize(input, input.GetType(), ContractsJson.Compact);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{stage}\n{engine}\n{json}")));
    }

    /// <summary>The stored result, or a new one. Two callers with one key in this process do the work once; of two processes the first to finish is heard.</summary>
    /// <param name="complete">Whether everything that a stored result refers to is still there.</param>
    public async Task<(T Result, bool Cached)> GetOrAdd<T>(string key, Func<T, CancellationToken, ValueTask<bool>> complete, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        var gate = Enter(key);
        var entered = false;
        try
        {
            await gate.WaitAsync(cancellationToken);
            entered = true;
            var stored = await _store.Find(key, cancellationToken);
            if (await Read(stored, complete, cancellationToken) is { } found)
            {
                await _store.Used(key, stored!, cancellationToken); // Forget goes by when it was last of use
                return (found, true);
            }
            var made = await make(cancellationToken);
            var json = JsonSerializer.SerializeToUtf8Bytes(made, ContractsJson.Compact);
            for (var other = stored; (other = await _store.Store(key, json, other, cancellationToken)) is not null;)
            {
                if (await Read(other, complete, cancellationToken) is { } first) return (first, false);
            }
            return (made, false);
        }
        finally
        {
            if (entered) gate.Release();
            Leave(key);
        }
    }

    /// <summary>Removes results that were of no use since a time. Their artifacts may then go, unless a job refers to them.</summary>
    /// <returns>The text of every result that stays.</returns>
    public IAsyncEnumerable<string> Forget(DateTimeOffset unusedSince, CancellationToken cancellationToken) => _store.Forget(unusedSince, cancellationToken);

    private SemaphoreSlim Enter(string key)
    {
        lock (_busy)
        {
            var (gate, callers) = _busy.TryGetValue(key, out var busy) ? busy : (new SemaphoreSlim(1, 1), 0);
            _busy[key] = (gate, callers + 1);
            return gate;
        }
    }

    private void Leave(string key)
    {
        lock (_busy)
        {
            var (gate, callers) = _busy[key];
            if (callers == 1) _busy.Remove(key);
            else _busy[key] = (gate, callers - 1);
        }
    }

    private static async ValueTask<T?> Read<T>(StoredResult? stored, Func<T, CancellationToken, ValueTask<bool>> complete, CancellationToken cancellationToken)
    {
        if (stored is null) return default;
        try
        {
            return JsonSerializer.Deserialize<T>(stored.Json.Span, ContractsJson.Compact) is { } result && await complete(result, cancellationToken) ? result : default;
        }
        catch (JsonException)
        {
            return default; // written by a version with another shape: made anew
        }
    }
}
