using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway.Retention;

/// <summary>Removes expired jobs, results that were long of no use, and files that nothing refers to, while jobs run.</summary>
internal sealed partial class RetentionSweep(GatewayStore store, CommitQueue commits, IArtifactStore artifacts, StageResults results, DataFolder data, JobLimits limits,
    RetentionSettings settings, TimeProvider time, ILogger<RetentionSweep> log)
{
    private const int JobsTogether = 100;

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var jobs = await RemoveExpired(now, cancellationToken);
        var referenced = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var result in results.Forget(now - settings.ResultsKept, cancellationToken)) referenced.UnionWith(HashesIn(result));
        await using (var db = await store.Open())
        {
            await foreach (var entry in db.Events.AsNoTracking().Select(row => row.Entry).AsAsyncEnumerable().WithCancellation(cancellationToken)) referenced.UnionWith(HashesIn(entry));
        }
        var (files, bytes) = await artifacts.Sweep(referenced, now - settings.Grace, cancellationToken);
        foreach (var left in Directory.Exists(data.Temporary) ? new DirectoryInfo(data.Temporary).EnumerateFileSystemInfos() : [])
        {
            if (left.LastWriteTimeUtc < (now - TimeSpan.FromDays(1)).UtcDateTime) Delete(left);
        }
        if (jobs + files > 0) log.LogInformation("{Jobs} expired jobs and {Files} files of {Bytes} bytes were removed", jobs, files, bytes);
    }

    private async Task<int> RemoveExpired(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expired = (now - limits.Kept).ToUnixTimeMilliseconds();
        var forgotten = (now - limits.KeyWindow).ToUnixTimeMilliseconds();
        await commits.Commit(db => db.Submissions.Where(row => row.AtUnixMilliseconds < forgotten).ExecuteDeleteAsync(cancellationToken));
        await commits.Commit(async db =>
        {
            await db.Set<WebhookDelivery>().Where(delivery => delivery.NextUnixMilliseconds == null && !db.Jobs.Any(job => job.Id == delivery.JobId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<WebhookAttempt>().Where(attempt => !db.Set<WebhookDelivery>().Any(delivery => delivery.Id == attempt.DeliveryId)).ExecuteDeleteAsync(cancellationToken);
        });
        var removed = 0;
        while (true)
        {
            var some = await commits.Commit(async db =>
            {
                // Whether they still are is asked in the transaction that removes them: one may have been edited a moment ago.
                var ids = await db.Jobs.Where(row => row.EndedUnixMilliseconds < expired).Select(row => row.Id).Take(JobsTogether).ToArrayAsync(cancellationToken);
                await JobRemoval.Remove(db, ids);
                return ids.Length;
            });
            removed += some;
            if (some < JobsTogether) return removed;
        }
    }

    private static void Delete(FileSystemInfo left)
    {
        if (left is DirectoryInfo folder) folder.Delete(recursive: true);
        else left.Delete();
    }

    private static IEnumerable<string> HashesIn(string text) => Hash().Matches(text).Select(match => match.Value);

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
