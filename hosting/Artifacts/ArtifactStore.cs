using System.Security.Cryptography;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Content-addressed files on the local disk. A file appears under its name whole or not at all:
/// it is written under a temporary name on the same disk, synced, then renamed.</summary>
public sealed class ArtifactStore(DataFolder data)
{
    /// <summary>A new file name in the store's temporary folder, for a program to write to before <see cref="AddFile"/>.</summary>
    public string NewTemporaryPath(string extension)
    {
        Directory.CreateDirectory(data.Temporary);
        return Path.Combine(data.Temporary, $"{Guid.NewGuid():N}.{extension}");
    }

    /// <summary>The file of an artifact.</summary>
    /// <exception cref="ReelsmithException">The file is not there.</exception>
    public string PathOf(ArtifactRef artifact)
    {
        var path = FileOf(artifact.Hash, artifact.Extension);
        return File.Exists(path)
            ? path
            : throw ReelsmithException.Unavailable("artifact_missing", $"The stored file {artifact.Hash}.{artifact.Extension} is gone.",
                "Make the film again: what is missing is made anew.");
    }

    public bool Contains(ArtifactRef artifact) => new FileInfo(FileOf(artifact.Hash, artifact.Extension)) is { Exists: true } file && file.Length == artifact.Bytes;

    /// <summary>Takes a finished file in, moving it; the path must be on the store's disk (<see cref="NewTemporaryPath"/>).</summary>
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

    /// <summary>Stores a contract as JSON that people can read.</summary>
    public Task<ArtifactRef> AddJson<T>(T value, CancellationToken cancellationToken) =>
        AddBytes(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, ContractsJson.Readable), "json", cancellationToken);

    public async Task<T> ReadJson<T>(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(PathOf(artifact));
        return await System.Text.Json.JsonSerializer.DeserializeAsync<T>(file, ContractsJson.Readable, cancellationToken)
            ?? throw new InvalidDataException($"{artifact.Hash}.{artifact.Extension} holds null.");
    }

    private string FileOf(string hash, string extension) => Path.Combine(data.Artifacts, hash[..2], $"{hash}.{extension}");
}
