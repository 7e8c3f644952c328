using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Sends what the outbox holds for this process's jobs, in order, and forgets it once it is sent.</summary>
internal sealed class OutboxDispatcher(GatewayStore store, OutboxSignal signal, OwnedJobs owned, IBus bus, ProgressBoards boards, DataFolder data,
    TimeProvider time, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private const int Batch = 200;

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
                var failure = StoreFailures.Of(e, data).Failure;
                foreach (var jobId in owned.All()) boards.Fault(jobId, failure);
                await Task.Delay(Poll, time, stoppingToken);
            }
        }
    }

    private async Task<int> Dispatch(CancellationToken cancellationToken)
    {
        var jobs = owned.All();
        if (jobs.Length == 0) return 0;
        await using var db = await store.Open();
        var rows = await db.Outbox.AsNoTracking().Where(row => jobs.Contains(row.JobId)).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        if (rows.Count == 0) return 0;
        foreach (var row in rows) await Send(row, cancellationToken);
        var sent = rows.Select(row => row.Id).ToArray();
        await db.Outbox.Where(row => sent.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Kind == nameof(WorkWithdrawn))) owned.Release(row.JobId);
        return rows.Count;
    }

    private async Task Send(OutboxRow row, CancellationToken cancellationToken)
    {
        var message = Message.FromRow(row);
        if (Message.QueueOf(message) is not { } queue)
        {
            await bus.Publish(message, message.GetType(), cancellationToken);
            return;
        }
        var endpoint = await bus.GetSendEndpoint(Queues.Address(queue));
        await endpoint.Send(message, message.GetType(), cancellationToken);
    }
}
