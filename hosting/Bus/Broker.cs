using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Bus;

/// <summary>The RabbitMQ server itself, for what goes beyond sending and receiving.</summary>
public sealed class Broker(BrokerSettings settings, ILogger<Broker> log) : IAsyncDisposable
{
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(5);

    // How often a command is delivered without an answer. A queue that is there cannot be declared with another number: no setting.
    private const int DeliveryLimit = 10;

    private readonly SemaphoreSlim _connecting = new(1, 1);
    private IConnection? _connection;
    private volatile bool _declared;

    /// <summary>Makes the queues that commands wait in, for workers yet to come: what is sent before the first of them starts must not be lost.</summary>
    public async Task DeclareCommandQueues(CancellationToken cancellationToken)
    {
        await using var channel = await OpenChannel(cancellationToken);
        foreach (var queue in Queues.OfCommands.Append(Queues.Dead))
        {
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments: new Dictionary<string, object?>(QueueArguments), cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
        }
        _declared = true;
    }

    /// <summary>What must not be lost is in a quorum queue: on the disk of most of the broker's nodes when it is confirmed.</summary>
    internal static IReadOnlyDictionary<string, object?> QueueArguments { get; } = new Dictionary<string, object?>
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = DeliveryLimit,
        // What is delivered in vain too often goes there, and is not gone from here before it has arrived.
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = Queues.Dead,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    /// <summary>Sends a message through a queue of its own and back.</summary>
    /// <returns>The server's version.</returns>
    /// <exception cref="ReelsmithException">It does not come back.</exception>
    public async Task<string> RoundTrip(CancellationToken cancellationToken)
    {
        await using var channel = await OpenConfirmedChannel(cancellationToken);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken); // goes with the connection
        var content = Guid.NewGuid().ToByteArray();
        await channel.BasicPublishAsync("", queue.QueueName, content, cancellationToken);
        var back = await channel.BasicGetAsync(queue.QueueName, autoAck: true, cancellationToken);
        if (back is null || !back.Body.Span.SequenceEqual(content)) throw ReelsmithException.Unavailable("broker_forgetful", "a message that was confirmed did not come back", "See the broker's log.");
        return _connection?.ServerProperties?.TryGetValue("version", out var version) is true && version is byte[] text ? System.Text.Encoding.UTF8.GetString(text) : "?";
    }

    /// <summary>What waits for each stage, and who takes it. A queue that nobody has made yet is empty.</summary>
    public async Task<IReadOnlyList<StageBacklog>> Stages(CancellationToken cancellationToken)
    {
        if (!_declared) await DeclareCommandQueues(cancellationToken);
        await using var channel = await OpenChannel(cancellationToken);
        var stages = new List<StageBacklog>();
        foreach (var queue in Queues.OfCommands)
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            stages.Add(new StageBacklog(queue, (int)found.MessageCount, (int)found.ConsumerCount));
        }
        return stages;
    }

    public async Task<IChannel> OpenChannel(CancellationToken cancellationToken) =>
        await (await Connect(cancellationToken)).CreateChannelAsync(cancellationToken: cancellationToken);

    /// <summary>A channel on which a message is sent when the broker says that it has it.</summary>
    public async Task<IChannel> OpenConfirmedChannel(CancellationToken cancellationToken) =>
        await (await Connect(cancellationToken)).CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _connecting.Dispose();
    }

    private async Task<IConnection> Connect(CancellationToken cancellationToken)
    {
        if (_connection is { IsOpen: true } open) return open;
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true } meanwhile) return meanwhile;
            if (_connection is not null) await _connection.DisposeAsync();
            (_connection, _declared) = (null, false);
            var factory = new ConnectionFactory { Uri = settings.Url!, AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = LongestConnecting, ClientProvidedName = "reelsmith" };
            _connection = await factory.CreateConnectionAsync(cancellationToken);
            log.LogInformation("Connected to the broker {Host}", settings.Url!.Host);
            return _connection;
        }
        finally
        {
            _connecting.Release();
        }
    }
}
