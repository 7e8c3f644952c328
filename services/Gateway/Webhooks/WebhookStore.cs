using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>The job store, with what keeps it from being read or written said in words.</summary>
internal sealed class WebhookStore(GatewayStore store, CommitQueue commits, DataFolder data)
{
    /// <exception cref="ReelsmithException">The store cannot be read.</exception>
    public Task<T> Read<T>(Func<GatewayDb, Task<T>> work) => Guarded(async () =>
    {
        await using var db = await store.Open();
        return await work(db);
    });

    /// <returns>Once it is on the disk.</returns>
    /// <exception cref="ReelsmithException">The store cannot be written.</exception>
    public Task<T> Write<T>(Func<GatewayDb, Task<T>> change) => Guarded(() => commits.Commit(change));

    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is DbUpdateException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreFailures.Of(e, data);
        }
    }
}
