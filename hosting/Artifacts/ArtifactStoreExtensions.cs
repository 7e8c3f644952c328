using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

public static class ArtifactStoreExtensions
{
    /// <summary>Stores a contract as JSON that people can read.</summary>
    public static Task<ArtifactRef> AddJson<T>(this IArtifactStore store, T value, CancellationToken cancellationToken) =>
        store.AddBytes(JsonSerializer.SerializeToUtf8Bytes(value, ContractsJson.Readable), "json", cancellationToken);

    public static async Task<T> ReadJson<T>(this IArtifactStore store, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(await store.PathOf(artifact, cancellationToken));
        return await JsonSerializer.DeserializeAsync<T>(file, ContractsJson.Readable, cancellationToken)
            ?? throw new InvalidDataException($"{artifact.Hash}.{artifact.Extension} holds null.");
    }

    /// <summary>The files of several artifacts; those that must be fetched come together.</summary>
    public static async Task<string[]> PathsOf(this IArtifactStore store, IEnumerable<ArtifactRef> artifacts, CancellationToken cancellationToken) =>
        await Task.WhenAll(artifacts.Select(artifact => store.PathOf(artifact, cancellationToken).AsTask()));

    public static async Task<bool> ContainsAll(this IArtifactStore store, IEnumerable<ArtifactRef> artifacts, CancellationToken cancellationToken) =>
        Array.TrueForAll(await Task.WhenAll(artifacts.Select(artifact => store.Contains(artifact, cancellationToken).AsTask())), there => there);
}
