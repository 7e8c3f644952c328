using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Reelsmith.Hosting.Bus;

/// <summary>What the bus has set aside because nothing could work on it: read without being taken away, sent once more, or thrown away.</summary>
public sealed class FailedMessages(Broker broker)
{
    private const ushort NotFound = 404;
    private static readonly string[] Suffixes = ["_error", "_skipped"];

    /// <summary>All of them, by the queue that they came from.</summary>
    public async Task<IReadOnlyList<FailedMessage>> List(CancellationToken cancellationToken)
    {
        var found = new List<FailedMessage>();
        await ForEach((queue, message) =>
        {
            found.Add(FailedMessage.Of(queue, message));
            return Task.FromResult(false);
        }, cancellationToken);
        return found;
    }

    /// <summary>Sends messages to the queues that they came from.</summary>
    /// <param name="which">Of these; each is gone from the errors once the broker has it in its queue.</param>
    /// <returns>Those that were sent.</returns>
    public async Task<IReadOnlyList<FailedMessage>> Replay(Func<FailedMessage, bool> which, CancellationToken cancellationToken)
    {
        var sent = new List<FailedMessage>();
        await using var target = await broker.OpenConfirmedChannel(cancellationToken);
        await ForEach(async (queue, message) =>
        {
            var failed = FailedMessage.Of(queue, message);
            if (!which(failed)) return false;
            var properties = new BasicProperties(message.BasicProperties) { Headers = WithoutFault(message.BasicProperties.Headers) };
            await target.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken); // returns when it is confirmed
            sent.Add(failed);
            return true;
        }, cancellationToken);
        return sent;
    }

    /// <summary>Throws messages away.</summary>
    /// <returns>Those that were.</returns>
    public async Task<IReadOnlyList<FailedMessage>> Drop(Func<FailedMessage, bool> which, CancellationToken cancellationToken)
    {
        var dropped = new List<FailedMessage>();
        await ForEach((queue, message) =>
        {
            var failed = FailedMessage.Of(queue, message);
            if (!which(failed)) return Task.FromResult(false);
            dropped.Add(failed);
            return Task.FromResult(true);
        }, cancellationToken);
        return dropped;
    }

    // What is not done with goes back to its place when the channel closes.
    private async Task ForEach(Func<string, BasicGetResult, Task<bool>> done, CancellationToken cancellationToken)
    {
        foreach (var queue in Queues.All)
        {
            foreach (var suffix in Suffixes)
            {
                await using var channel = await broker.OpenChannel(cancellationToken);
                try
                {
                    while (await channel.BasicGetAsync($"{queue}{suffix}", autoAck: false, cancellationToken) is { } message)
                    {
                        if (await done(queue, message)) await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
                    }
                }
                catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == NotFound)
                {
                    // nothing of this queue has ever failed
                }
            }
        }
    }

    private static Dictionary<string, object?>? WithoutFault(IDictionary<string, object?>? headers) =>
        headers?.Where(header => !header.Key.StartsWith("MT-Fault", StringComparison.Ordinal) && header.Key != "x-delivery-count").ToDictionary(header => header.Key, header => header.Value);
}
