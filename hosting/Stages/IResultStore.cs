namespace Reelsmith.Hosting.Stages;

/// <summary>Where results are kept, by their keys.</summary>
internal interface IResultStore
{
    ValueTask<StoredResult?> Find(string key, CancellationToken cancellationToken);

    /// <summary>Tells that a result was of use now.</summary>
    ValueTask Used(string key, StoredResult result, CancellationToken cancellationToken);

    /// <summary>Stores a result, unless another process has stored one since it was looked for.</summary>
    /// <param name="replaced">What was found and is of no use; null: nothing was.</param>
    /// <returns>The other's result; null: this one is stored.</returns>
    Task<StoredResult?> Store(string key, ReadOnlyMemory<byte> json, StoredResult? replaced, CancellationToken cancellationToken);

    /// <inheritdoc cref="StageResults.Forget"/>
    IAsyncEnumerable<string> Forget(DateTimeOffset unusedSince, CancellationToken cancellationToken);
}
