using Reelsmith.Gateway.Store;

namespace Reelsmith.NoOpServer.Deaths;

/// <summary>The commit queue of a process that may die around a commit.</summary>
internal sealed class MortalCommits(GatewayStore store, TimeProvider time, Death death) : CommitQueue(store, time)
{
    public override async Task<T> Commit<T>(Func<GatewayDb, Task<T>> change)
    {
        var result = await base.Commit(async db =>
        {
            var changed = await change(db);
            await SayAndDie(db);
            return changed;
        });
        death.At(DeathPoint.AfterCommit);
        return result;
    }

    public override async Task Add(Action<GatewayDb> rows)
    {
        if (death.IsOrdered(DeathPoint.BeforeCommit))
        {
            await base.Commit(async db =>
            {
                rows(db);
                await SayAndDie(db);
            });
        }
        else
        {
            await base.Add(rows);
        }
        death.At(DeathPoint.AfterCommit);
    }

    private async Task SayAndDie(GatewayDb db)
    {
        if (!death.IsOrdered(DeathPoint.BeforeCommit)) return;
        await db.SaveChangesAsync();
        death.Now();
    }
}
