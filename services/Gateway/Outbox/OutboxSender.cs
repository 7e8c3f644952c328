using MassTransit;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Outbox;

/// <summary>Sends rows of the outbox, and has them forgotten once they are sent. A crash before that sends them again, which does no harm.</summary>
internal sealed class OutboxSender(CommitQueue commits, IBus bus)
{
    /// <summary>One after the other: the transport in memory keeps the order.</summary>
    public async Task SendInOrder(IReadOnlyCollection<OutboxRow> rows, Func<object, Task> sent, CancellationToken cancellationToken)
    {
        foreach (var row in rows) await sent(await Send(row, cancellationToken));
        Forget(rows);
    }

    /// <summary>All at once: a broker confirms each when it is on the disk, many together.</summary>
    public async Task SendTogether(IReadOnlyCollection<OutboxRow> rows, CancellationToken cancellationToken)
    {
        await Task.WhenAll(rows.Select(row => Send(row, cancellationToken)));
        Forget(rows);
    }

    private async Task<object> Send(OutboxRow row, CancellationToken cancellationToken)
    {
        using var span = Traces.Continue("outbox send", row.TraceParent);
        var message = Message.FromRow(row);
        if (Message.QueueOf(message) is { } queue) await (await bus.GetSendEndpoint(Queues.Address(queue))).Send(message, message.GetType(), cancellationToken);
        else await bus.Publish(message, message.GetType(), cancellationToken);
        return message;
    }

    private void Forget(IReadOnlyCollection<OutboxRow> rows)
    {
        if (rows.Count == 0) return;
        var sent = rows.Select(row => row.Id).ToArray();
        commits.Later(db => db.Outbox.Where(row => sent.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None));
    }
}
