using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Content-addressed files, on the local disk or in a bucket. A file appears under its name whole or not at all.</summary>
public interface IArtifactStore
{
    /// <summary>Code of the failure when an artifact is not there any more.</summary>
    const string Missing = "artifact_missing";

    /// <summary>Code of the failure when the server that keeps the artifacts does not answer; it may by and by.</summary>
    const string Unreachable = "bucket_unreachable";

    /// <summary>Code of the failure when the server that keeps the artifacts refuses this machine's key.</summary>
    const string Denied = "bucket_denied";

    /// <summary>Code of the failure when the server that keeps the artifacts refuses this machine because of its clock.</summary>
    const string WrongClock = "bucket_clock";

    /// <summary>A new file name in the store's temporary folder, for a program to write to before <see cref="AddFile"/>.</summary>
    string NewTemporaryPath(string extension);

    /// <summary>The file of an artifact on the local disk, fetched first when it is not there.</summary>
    /// <exception cref="ReelsmithException">There is no such artifact, or the store cannot be reached.</exception>
    ValueTask<string> PathOf(ArtifactRef artifact, CancellationToken cancellationToken);

    /// <summary>Whether the artifact is there for everybody. One that nothing refers to any more is kept for whoever asks.</summary>
    ValueTask<bool> Contains(ArtifactRef artifact, CancellationToken cancellationToken);

    /// <summary>Takes a finished file in, moving it; the path must be on the store's disk (<see cref="NewTemporaryPath"/>).</summary>
    Task<ArtifactRef> AddFile(string path, CancellationToken cancellationToken);

    Task<ArtifactRef> AddBytes(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken);

    /// <summary>Keeps the local files that are asked for from now on, until it is disposed.</summary>
    IDisposable KeepLocal();

    /// <summary>Where a client gets an artifact without passing through this process; null: nowhere.</summary>
    ValueTask<Uri?> AddressOf(ArtifactRef artifact, Download download, CancellationToken cancellationToken);

    /// <summary>Removes what nothing refers to, in two steps, so that work which finds an old file meanwhile loses nothing: first it is
    /// set aside, from where it is taken back when asked for; what lies there unasked for is deleted the next time.</summary>
    /// <param name="referenced">Hashes that something refers to.</param>
    /// <param name="before">Only files older than this are touched: newer ones may be waiting to be referred to.</param>
    /// <returns>Files deleted and their bytes.</returns>
    Task<(int Files, long Bytes)> Sweep(IReadOnlySet<string> referenced, DateTimeOffset before, CancellationToken cancellationToken);
}
