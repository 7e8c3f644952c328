using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Sends what the outbox holds for this process, in order, and forgets it once it is sent.</summary>
internal sealed class OutboxDispatcher(GatewayStore store, CommitQueue commits, GatewayInstance instance, OutboxSignal signal, IBus bus, ProgressBoards boards,
    JobLog jobs, DataFolder data, TimeProvider time, ILogger<OutboxDispatcher> log) : BackgroundService
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
                boards.FailAll(StoreFailures.Of(e, data).Failure);
                await Task.Delay(Poll, time, stoppingToken);
            }
        }
    }

    private async Task<int> Dispatch(CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        var rows = await Queries.Outbox(db, instance.Id, _sent, Batch).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            await Send(row, cancellationToken);
            _sent = row.Id;
        }
        // A crash before they are forgotten sends them again, which does no harm.
        var sent = rows.Select(row => row.Id).ToArray();
        if (sent.Length > 0) commits.Later(later => later.Outbox.Where(row => sent.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None));
        return rows.Count;
    }

    private async Task Send(OutboxRow row, CancellationToken cancellationToken)
    {
        var message = Message.FromRow(row);
        if (Message.QueueOf(message) is { } queue)
        {
            var endpoint = await bus.GetSendEndpoint(Queues.Address(queue));
            await endpoint.Send(message, message.GetType(), cancellationToken);
            return;
        }
        await bus.Publish(message, message.GetType(), cancellationToken);
        // Written by another process, perhaps: what this one knows of the job is old.
        if (message is WorkWithdrawn withdrawn) await jobs.Refresh(withdrawn.JobId, cancellationToken);
    }
}
