using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Stages;

/// <summary>What stages have made, kept under the hash of everything that determines it, so that nothing is made twice.</summary>
public sealed class StageResults(DataFolder data)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _busy = new(StringComparer.Ordinal);

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
        var gate = _busy.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (await Find<T>(key, cancellationToken) is { } found && complete(found)) return (found, true);
            var made = await make(cancellationToken);
            await Store(key, made, cancellationToken);
            return (made, false);
        }
        finally
        {
            gate.Release();
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
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
            {
                await JsonSerializer.SerializeAsync(file, result, ContractsJson.Compact, cancellationToken);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
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
