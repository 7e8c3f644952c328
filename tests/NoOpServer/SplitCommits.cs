using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Store;

namespace Reelsmith.NoOpServer;

/// <summary>The commit queue with its promise broken, to show what it is for: the log and the commands of a new job come into the store a moment
/// after its row, which is answered for already. Only a death in that moment does harm: whatever else is to be written waits until they are there.</summary>
internal sealed class SplitCommits(GatewayStore store, OutboxSignal outbox, TimeProvider time) : CommitQueue(store, time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private Task _late = Task.CompletedTask;

    public override async Task<T> Commit<T>(Func<GatewayDb, Task<T>> change)
    {
        await Volatile.Read(ref _late);
        object[] late = [];
        var result = await base.Commit(async db =>
        {
            var changed = await change(db);
            late = Detach(db);
            return changed;
        });
        if (late.Length > 0)
        {
            lock (_gate) _late = Task.WhenAll(_late, CommitLate(late));
        }
        return result;
    }

    public override Task Add(Action<GatewayDb> rows) => Commit(db =>
    {
        rows(db);
        return Task.FromResult(true);
    });

    private static object[] Detach(GatewayDb db)
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToArray();
        if (!added.Any(entry => entry.Entity is JobRow)) return [];
        var late = added.Where(entry => entry.Entity is OutboxRow or JobEventRow).ToArray();
        foreach (var entry in late) entry.State = EntityState.Detached;
        return [.. late.Select(entry => entry.Entity)];
    }

    private async Task CommitLate(object[] rows)
    {
        await Task.Delay(Moment);
        await base.Commit(db =>
        {
            db.AddRange(rows);
            return Task.FromResult(true);
        });
        outbox.Raise();
    }
}
