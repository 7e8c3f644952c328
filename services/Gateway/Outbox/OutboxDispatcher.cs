using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Where the bus is in memory: sends what the outbox holds for this process, in order. Other processes on the data folder may have put it there.</summary>
internal sealed class OutboxDispatcher(GatewayStore store, GatewayInstance instance, OutboxSignal signal, OutboxSender sender, ProgressBoards boards, JobLog jobs,
    TimeProvider time, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private const int Batch = 500;
    private long _sent;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Dispatch(stoppingToken) == Batch)
                {
                    // more may be waiting
                }
                await signal.Wait(Poll, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whoever watches a job must learn that it cannot go on; the poll tries again.
                log.LogError(e, "The outbox could not be dispatched");
                boards.FailAll(store.FailureOf(e).Failure);
                await Task.Delay(Poll, time, stoppingToken);
            }
        }
    }

    private async Task<int> Dispatch(CancellationToken cancellationToken)
    {
        OutboxRow[] rows;
        await using (var db = await store.Open())
        {
            rows = await Queries.Outbox(db, instance.Id, _sent, Batch).ToArrayAsync(cancellationToken);
        }
        await sender.SendInOrder(rows, message => Refresh(message, cancellationToken), cancellationToken);
        if (rows.Length > 0) _sent = rows[^1].Id;
        return rows.Length;
    }

    // Written by another process, perhaps: what this one knows of the job is old.
    private Task Refresh(object message, CancellationToken cancellationToken) => message is WorkWithdrawn withdrawn ? jobs.Refresh(withdrawn.JobId, cancellationToken) : Task.CompletedTask;
}
