using System.Runtime.CompilerServices;

namespace Reelsmith.Hosting.Stages;

/// <summary>Results as files on the local disk.</summary>
internal sealed class LocalResultStore(DataFolder data, TimeProvider time) : IResultStore
{
    public async ValueTask<StoredResult?> Find(string key, CancellationToken cancellationToken)
    {
        try
        {
            return new StoredResult(await File.ReadAllBytesAsync(FileOf(key), cancellationToken), "", default);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public ValueTask Used(string key, StoredResult result, CancellationToken cancellationToken)
    {
        File.SetLastWriteTimeUtc(FileOf(key), time.GetUtcNow().UtcDateTime);
        return ValueTask.CompletedTask;
    }

    public async Task<StoredResult?> Store(string key, ReadOnlyMemory<byte> json, StoredResult? replaced, CancellationToken cancellationToken)
    {
        var path = FileOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous))
            {
                await RandomAccess.WriteAsync(file, json, 0, cancellationToken);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public async IAsyncEnumerable<string> Forget(DateTimeOffset unusedSince, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data.Results)) yield break;
        foreach (var file in new DirectoryInfo(data.Results).EnumerateFiles("*.json", SearchOption.AllDirectories))
        {
            if (file.LastWriteTimeUtc < unusedSince.UtcDateTime) file.Delete();
            else yield return await File.ReadAllTextAsync(file.FullName, cancellationToken);
        }
    }

    private string FileOf(string key) => Path.Combine(data.Results, key[..2], $"{key}.json");
}
