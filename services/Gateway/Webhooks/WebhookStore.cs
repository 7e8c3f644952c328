using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>The job store, with what keeps it from being read or written said in words.</summary>
internal sealed class WebhookStore(GatewayStore store, CommitQueue commits)
{
    /// <exception cref="ReelsmithException">The store cannot be read.</exception>
    public Task<T> Read<T>(Func<GatewayDb, Task<T>> work) => store.Guarded(async () =>
    {
        await using var db = await store.Open();
        return await work(db);
    });

    /// <returns>Once it is on the disk.</returns>
    /// <exception cref="ReelsmithException">The store cannot be written.</exception>
    public Task<T> Write<T>(Func<GatewayDb, Task<T>> change) => store.Guarded(() => commits.Commit(change));
}
