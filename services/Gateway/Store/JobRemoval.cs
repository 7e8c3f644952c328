using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Store;

/// <summary>Takes jobs out of every table.</summary>
internal static class JobRemoval
{
    public static async Task Remove(GatewayDb db, Guid[] jobs)
    {
        await db.Outbox.Where(row => jobs.Contains(row.JobId) && row.Kind != nameof(Contracts.WorkWithdrawn)).ExecuteDeleteAsync();
        await db.Events.Where(row => jobs.Contains(row.JobId)).ExecuteDeleteAsync();
        await db.Jobs.Where(row => jobs.Contains(row.Id)).ExecuteDeleteAsync();
        // An event that is still on its way is told in any case.
        await db.Set<WebhookDelivery>().Where(row => jobs.Contains(row.JobId) && row.NextUnixMilliseconds == null).ExecuteDeleteAsync();
        await db.Submissions.Where(row => jobs.Contains(row.JobId)).ExecuteDeleteAsync();
    }
}
