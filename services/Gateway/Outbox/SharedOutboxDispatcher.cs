using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Where a broker is shared: sends what this process has committed to the outbox the moment it is on the disk, and after a while what others
/// have left there, because they died or could not reach the broker.</summary>
internal sealed class SharedOutboxDispatcher : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(10);
    private const int Batch = 500;
    private const int SendingAtOnce = 8;

    private readonly Channel<IReadOnlyList<OutboxRow>> _committed = Channel.CreateUnbounded<IReadOnlyList<OutboxRow>>();
    private readonly GatewayStore _store;
    private readonly GatewayInstance _instance;
    private readonly OutboxSender _sender;
    private readonly Broker _broker;
    private readonly TimeProvider _time;
    private readonly ILogger<SharedOutboxDispatcher> _log;
    private volatile bool _declared;

    public SharedOutboxDispatcher(GatewayStore store, CommitQueue commits, GatewayInstance instance, OutboxSender sender, Broker broker, TimeProvider time, ILogger<SharedOutboxDispatcher> log)
    {
        (_store, _instance, _sender, _broker, _time, _log) = (store, instance, sender, broker, time, log);
        commits.Outgoing += rows => _committed.Writer.TryWrite(rows);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, SendingAtOnce).Select(_ => SendCommitted(stoppingToken)).Append(SendLeftBehind(stoppingToken)));

    private async Task SendCommitted(CancellationToken cancellationToken)
    {
        await foreach (var rows in _committed.Reader.ReadAllAsync(cancellationToken)) await TrySend(rows, cancellationToken);
    }

    private async Task SendLeftBehind(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Poll, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                OutboxRow[] rows;
                do
                {
                    rows = await OutboxRows.TakeOver(_store, _instance.Id, LeftBehind, Batch, cancellationToken);
                }
                while (await TrySend(rows, cancellationToken) && rows.Length == Batch);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.LogWarning("The outbox could not be read: {Reason}", _store.FailureOf(e).Failure.Message);
            }
        }
    }

    // What cannot be sent stays in the outbox and is left behind by and by.
    private async Task<bool> TrySend(IReadOnlyCollection<OutboxRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            if (!_declared)
            {
                await _broker.DeclareCommandQueues(cancellationToken);
                _declared = true;
            }
            await _sender.SendTogether(rows, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _declared = false;
            if (rows.Count > 0) _log.LogWarning("{Messages} messages could not be sent and are sent later: {Reason}", rows.Count, e.Message);
            return false;
        }
    }
}
