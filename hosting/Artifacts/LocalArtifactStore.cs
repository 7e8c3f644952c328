using System.Security.Cryptography;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Content-addressed files on the local disk. A file appears under its name whole or not at all:
/// it is written under a temporary name on the same disk, synced, then renamed.</summary>
public sealed class LocalArtifactStore(DataFolder data, TimeProvider? clock = null) : IArtifactStore
{
    private readonly TimeProvider _time = clock ?? TimeProvider.System;

    public string NewTemporaryPath(string extension)
    {
        Directory.CreateDirectory(data.Temporary);
        return Path.Combine(data.Temporary, $"{Guid.NewGuid():N}.{extension}");
    }

    public ValueTask<string> PathOf(ArtifactRef artifact, CancellationToken cancellationToken) => ValueTask.FromResult(PathOf(artifact));

    /// <exception cref="ReelsmithException">There is no such artifact.</exception>
    public string PathOf(ArtifactRef artifact)
    {
        var path = FileOf(artifact.Hash, artifact.Extension);
        return File.Exists(path) || TakeBack(path)
            ? path
            : throw ReelsmithException.Unavailable(IArtifactStore.Missing, $"The stored file {artifact.Hash}.{artifact.Extension} is gone.",
                "Make the film again: what is missing is made anew.");
    }

    public ValueTask<bool> Contains(ArtifactRef artifact, CancellationToken cancellationToken) => ValueTask.FromResult(Contains(artifact));

    public bool Contains(ArtifactRef artifact)
    {
        var path = FileOf(artifact.Hash, artifact.Extension);
        return (File.Exists(path) || TakeBack(path)) && new FileInfo(path).Length == artifact.Bytes;
    }

    public async Task<ArtifactRef> AddFile(string path, CancellationToken cancellationToken)
    {
        string hash;
        long bytes;
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.Asynchronous))
        {
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            bytes = file.Length;
            file.Flush(flushToDisk: true);
        }
        var artifact = new ArtifactRef(hash, Path.GetExtension(path).TrimStart('.'), bytes);
        var target = FileOf(artifact.Hash, artifact.Extension);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
        return artifact;
    }

    public async Task<ArtifactRef> AddBytes(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken)
    {
        var known = new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData(content.Span)), extension, content.Length);
        if (IsKept(known)) return known;
        var path = NewTemporaryPath(extension);
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            return await AddFile(path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Nothing: files are where they are.</summary>
    public IDisposable KeepLocal() => Nothing.Instance;

    /// <returns>Null: only this process gives files.</returns>
    public ValueTask<Uri?> AddressOf(ArtifactRef artifact, Download download, CancellationToken cancellationToken) => default;

    public Task<(int Files, long Bytes)> Sweep(IReadOnlySet<string> referenced, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (files, bytes) = (0, 0L);
        foreach (var discarded in FilesIn(data.Discarded))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Path.Combine(data.Artifacts, discarded.Name[..2], discarded.Name);
            if (referenced.Contains(HashOf(discarded)))
            {
                TakeBack(target);
            }
            else if (discarded.LastWriteTimeUtc < before.UtcDateTime)
            {
                (files, bytes) = (files + 1, bytes + discarded.Length);
                discarded.Delete();
            }
        }
        Directory.CreateDirectory(data.Discarded);
        foreach (var kept in FilesIn(data.Artifacts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (kept.LastWriteTimeUtc >= before.UtcDateTime || referenced.Contains(HashOf(kept))) continue;
            var aside = Path.Combine(data.Discarded, kept.Name);
            File.SetLastWriteTimeUtc(kept.FullName, _time.GetUtcNow().UtcDateTime);
            File.Move(kept.FullName, aside, overwrite: true);
        }
        return Task.FromResult((files, bytes));
    }

    // As new as if it had been written now: Sweep leaves it to whoever is about to refer to it.
    private bool IsKept(ArtifactRef artifact)
    {
        if (!Contains(artifact)) return false;
        try
        {
            File.SetLastWriteTimeUtc(FileOf(artifact.Hash, artifact.Extension), _time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false; // set aside this moment
        }
    }

    private static IEnumerable<FileInfo> FilesIn(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];

    private static string HashOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    private bool TakeBack(string path)
    {
        try
        {
            File.Move(Path.Combine(data.Discarded, Path.GetFileName(path)), path, overwrite: true);
            File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return File.Exists(path); // never was there, or another took it back
        }
    }

    private string FileOf(string hash, string extension) => Path.Combine(data.Artifacts, hash[..2], $"{hash}.{extension}");

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
            // nothing is held
        }
    }
}
