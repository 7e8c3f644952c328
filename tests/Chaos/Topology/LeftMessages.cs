using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Messages that are still somewhere when every job has ended.</summary>
internal static class LeftMessages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Waits until outbox and queues are empty, or that takes too long.</summary>
    public static async Task Settle(Site site)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience && !(await Outbox(site) == 0 && (await site.Servers.Broker.Queues(CancellationToken.None)).All(queue => queue.Value == 0 || IsOfErrors(queue.Key)))) await Task.Delay(BetweenLooks);
    }

    /// <summary>A command that took every worker with it is kept among the errors, and its job says so; nothing else may be anywhere.</summary>
    public static async Task<IEnumerable<Finding>> Find(Site site, IReadOnlyList<StoredJob> jobs)
    {
        var explained = jobs.Count(job => job.Error?.Code == "workers_died");
        return (await site.Servers.Broker.Queues(CancellationToken.None))
            .Where(queue => queue.Value > (queue.Key == Queues.Dead + "_error" ? explained : 0))
            .Select(queue => new Finding(Fault.LeftInQueue, $"{queue.Value} in {queue.Key}"));
    }

    private static bool IsOfErrors(string queue) => queue.EndsWith("_error", StringComparison.Ordinal) || queue.EndsWith("_skipped", StringComparison.Ordinal);

    private static async Task<int> Outbox(Site site)
    {
        await using var db = await new GatewayStore(new PostgresDatabase(site.Servers.Connection)).Open();
        return await db.Outbox.CountAsync();
    }
}
