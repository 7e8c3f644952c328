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
        var late = new List<LateRow>();
        var result = await base.Commit(async db =>
        {
            var changed = await change(db);
            foreach (var entry in db.ChangeTracker.Entries().Where(ComesLate).ToArray())
            {
                late.Add(new LateRow(entry.Entity, entry.State, [.. entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name)]));
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

    private async Task CommitLate(List<LateRow> late)
    {
        await Task.Delay(Moment);
        await base.Commit(db =>
        {
            foreach (var row in late)
            {
                var entry = db.Entry(row.Entity);
                entry.State = row.State == EntityState.Modified ? EntityState.Unchanged : row.State;
                foreach (var property in row.Modified) entry.Property(property).IsModified = true;
            }
            return Task.FromResult(true);
        });
        outbox.Raise();
    }

    private sealed record LateRow(object Entity, EntityState State, string[] Modified);
}
