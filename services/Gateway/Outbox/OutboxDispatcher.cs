using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Sends what the outbox holds for this process, in order, and forgets it once it is sent.</summary>
internal sealed class OutboxDispatcher(GatewayStore store, CommitQueue commits, GatewayInstance instance, OutboxSignal signal, IBus bus, ProgressBoards boards,
    JobLog jobs, Broker broker, TimeProvider time, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(10);
    private const int Batch = 500;
    private long _sent;
    private long _lookedForOthers;
    private bool _declared;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeclareQueues(stoppingToken);
                while (await Dispatch(stoppingToken) == Batch)
                {
                    // more may be waiting
                }
                await DispatchOthers(stoppingToken);
                await signal.Wait(Poll, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The poll tries again. Where this process alone carries jobs on, whoever watches one must learn that it is stuck.
                log.LogError(e, "The outbox could not be dispatched");
                _declared = false;
                if (!instance.IsShared) boards.FailAll(store.FailureOf(e).Failure);
                await Task.Delay(Poll, time, stoppingToken);
            }
        }
    }

    private async Task DeclareQueues(CancellationToken cancellationToken)
    {
        if (_declared || !instance.IsShared) return;
        await broker.DeclareCommandQueues(cancellationToken);
        _declared = true;
    }

    private async Task<int> Dispatch(CancellationToken cancellationToken)
    {
        OutboxRow[] rows;
        await using (var db = await store.Open())
        {
            rows = await Queries.Outbox(db, instance.Id, _sent, Batch).ToArrayAsync(cancellationToken);
        }
        await SendAll(rows, cancellationToken);
        if (rows.Length > 0) _sent = rows[^1].Id;
        return rows.Length;
    }

    // What a gateway that died, or lost the broker, has left.
    private async Task DispatchOthers(CancellationToken cancellationToken)
    {
        if (!instance.IsShared || time.GetElapsedTime(_lookedForOthers) < Poll) return;
        _lookedForOthers = time.GetTimestamp();
        await SendAll(await OutboxRows.TakeOver(store, instance.Id, LeftBehind, Batch, cancellationToken), cancellationToken);
    }

    private async Task SendAll(OutboxRow[] rows, CancellationToken cancellationToken)
    {
        if (rows.Length == 0) return;
        // The transport in memory keeps the order; a broker confirms each message when it is on the disk, many at a time.
        if (instance.IsShared) await Task.WhenAll(rows.Select(row => Send(row, cancellationToken)));
        else foreach (var row in rows) await Send(row, cancellationToken);
        // A crash before they are forgotten sends them again, which does no harm.
        var sent = rows.Select(row => row.Id).ToArray();
        commits.Later(later => later.Outbox.Where(row => sent.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None));
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
        if (!instance.IsShared && message is WorkWithdrawn withdrawn) await jobs.Refresh(withdrawn.JobId, cancellationToken);
    }
}
