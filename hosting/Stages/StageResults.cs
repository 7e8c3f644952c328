using System.Security.Cryptography;
using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Stages;

/// <summary>What stages have made, kept under the hash of everything that determines it, so that nothing is made twice.</summary>
public sealed class StageResults(DataFolder data, TimeProvider? clock = null)
{
    private readonly TimeProvider _time = clock ?? TimeProvider.System;
    private readonly Dictionary<string, (SemaphoreSlim Gate, int Callers)> _busy = new(StringComparer.Ordinal);

    /// <summary>The key of a result: SHA-256 over stage, engine with its version, and the input as JSON.</summary>
    /// <param name="input">Only what determines the result: no job ids, no times.</param>
    public static string Key(string stage, string engine, object input)
    {
        var json = JsonSerializer.Serialize(input, input.GetType(), ContractsJson.Compact);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{stage}\n{engine}\n{json}")));
    }

    /// <summary>The stored result, or a new one. Two callers with one key do the work once.</summary>
    /// <param name="complete">Whether everything that a stored result refers to is still there.</param>
    public async Task<(T Result, bool Cached)> GetOrAdd<T>(string key, Func<T, bool> complete, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        var gate = Enter(key);
        var entered = false;
        try
        {
            await gate.WaitAsync(cancellationToken);
            entered = true;
            if (await Find<T>(key, cancellationToken) is { } found && complete(found))
            {
                File.SetLastWriteTimeUtc(FileOf(key), _time.GetUtcNow().UtcDateTime); // Forget goes by when it was last of use
                return (found, true);
            }
            var made = await make(cancellationToken);
            await Store(key, made, cancellationToken);
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
    public IEnumerable<string> Forget(DateTimeOffset unusedSince)
    {
        if (!Directory.Exists(data.Results)) yield break;
        foreach (var file in new DirectoryInfo(data.Results).EnumerateFiles("*.json", SearchOption.AllDirectories))
        {
            if (file.LastWriteTimeUtc < unusedSince.UtcDateTime) file.Delete();
            else yield return File.ReadAllText(file.FullName);
        }
    }

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

    private async Task<T?> Find<T>(string key, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(FileOf(key));
            return await JsonSerializer.DeserializeAsync<T>(file, ContractsJson.Compact, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return default; // never made, or written by a version with another shape: made anew
        }
    }

    private async Task Store<T>(string key, T result, CancellationToken cancellationToken)
    {
        var path = FileOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous))
            {
                await RandomAccess.WriteAsync(file, JsonSerializer.SerializeToUtf8Bytes(result, ContractsJson.Compact), 0, cancellationToken);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string FileOf(string key) => Path.Combine(data.Results, key[..2], $"{key}.json");
}
