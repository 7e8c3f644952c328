using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Store;

namespace Reelsmith.NoOpServer;

/// <summary>The commit queue with its promise broken, to show what it is for: of a change, the commands and the read model of a known job,
/// and the log of a new one, come into the store a moment later than the rest, which is answered for already.</summary>
internal sealed class SplitCommits(GatewayStore store, OutboxSignal outbox, TimeProvider time) : CommitQueue(store, time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    public override async Task<T> Commit<T>(Func<GatewayDb, Task<T>> change)
    {
        var late = new List<(object Row, EntityState State)>();
        var result = await base.Commit(async db =>
        {
            var changed = await change(db);
            foreach (var entry in db.ChangeTracker.Entries().Where(ComesLate).ToArray())
            {
                late.Add((entry.Entity, entry.State));
                entry.State = EntityState.Detached;
            }
            return changed;
        });
        if (late.Count > 0) _ = CommitLate(late);
        return result;
    }

    public override Task Add(Action<GatewayDb> rows) => Commit(db =>
    {
        rows(db);
        return Task.FromResult(true);
    });

    private static bool ComesLate(EntityEntry entry) => entry is { Entity: OutboxRow or JobEventRow, State: EntityState.Added } or { Entity: JobRow, State: EntityState.Modified };

    private async Task CommitLate(List<(object Row, EntityState State)> late)
    {
        await Task.Delay(Moment);
        await base.Commit(db =>
        {
            foreach (var (row, state) in late) db.Entry(row).State = state;
            return Task.FromResult(true);
        });
        outbox.Raise();
    }
}
