using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Store;

/// <summary>Messages in a shared outbox whose sender is late: it has died, or it cannot reach the broker.</summary>
internal static class OutboxRows
{
    /// <summary>Takes messages over from whoever was to send them; two who ask at once get different ones.</summary>
    /// <param name="sender">Who sends them from now on.</param>
    /// <param name="older">How long ago they were written, by the database's clock.</param>
    public static async Task<OutboxRow[]> TakeOver(GatewayStore store, string sender, TimeSpan older, int most, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        return await db.Outbox.FromSql($"""
            UPDATE outbox SET gateway = {sender}, at_ms = (extract(epoch FROM clock_timestamp()) * 1000)::bigint
            WHERE id IN (
                SELECT id FROM outbox WHERE at_ms < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - {(long)older.TotalMilliseconds}
                ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToArrayAsync(cancellationToken);
    }
}
