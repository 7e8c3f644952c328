using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Delivers messages twice, late and in another order, as brokers may.</summary>
internal sealed class Shoveller(Uri broker, Random random)
{
    private const int Remembered = 2_000;
    private const int AtOnce = 50;
    private static readonly string[] Queues = [.. Hosting.Bus.Queues.OfCommands, Hosting.Bus.Queues.Gateway];

    private readonly ConcurrentQueue<Copy> _seen = new();

    /// <summary>Each message that is sent meanwhile comes twice.</summary>
    /// <returns>How many came twice.</returns>
    public Task<int> Duplicate(TimeSpan during) => Connected(async channel =>
    {
        var copies = new ConcurrentQueue<Copy>();
        foreach (var queue in Queues)
        {
            var spy = (await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true)).QueueName;
            await channel.QueueBindAsync(spy, queue, "");
            await Consume(channel, spy, delivery => copies.Enqueue(Copy.Of(queue, delivery)), autoAck: true);
        }
        await Task.Delay(during);
        foreach (var copy in copies)
        {
            await Publish(channel, copy);
            _seen.Enqueue(copy);
            if (_seen.Count > Remembered) _seen.TryDequeue(out _);
        }
        return copies.Count;
    });

    /// <summary>Messages of long ago come again.</summary>
    public Task<int> Replay() => Connected(async channel =>
    {
        var seen = _seen.ToArray();
        if (seen.Length == 0) return 0;
        var again = random.GetItems(seen, AtOnce);
        foreach (var copy in again) await Publish(channel, copy);
        return again.Length;
    });

    /// <summary>Messages of a queue that come meanwhile are held back, then delivered last first.</summary>
    public Task<int> Reorder(TimeSpan during) => Connected(async channel =>
    {
        var held = new ConcurrentStack<(ulong Tag, Copy Copy)>();
        await channel.BasicQosAsync(0, AtOnce, global: false);
        var tags = new List<string>();
        foreach (var queue in Queues) tags.Add(await Consume(channel, queue, delivery => held.Push((delivery.DeliveryTag, Copy.Of(queue, delivery))), autoAck: false));
        await Task.Delay(during);
        foreach (var tag in tags) await channel.BasicCancelAsync(tag);
        foreach (var (tag, copy) in held)
        {
            await Publish(channel, copy);
            await channel.BasicAckAsync(tag, multiple: false);
        }
        return held.Count;
    });

    private static async Task<string> Consume(IChannel channel, string queue, Action<BasicDeliverEventArgs> delivered, bool autoAck)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            delivered(delivery);
            return Task.CompletedTask;
        };
        return await channel.BasicConsumeAsync(queue, autoAck, consumer);
    }

    private static async Task Publish(IChannel channel, Copy copy) => await channel.BasicPublishAsync("", copy.Queue, mandatory: true, copy.Properties, copy.Body);

    // What goes wrong on the way has the broker deliver again what was held back.
    private async Task<int> Connected(Func<IChannel, Task<int>> shovel)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            return await shovel(channel);
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private sealed record Copy(string Queue, BasicProperties Properties, byte[] Body)
    {
        public static Copy Of(string queue, BasicDeliverEventArgs delivery) => new(queue, new BasicProperties(delivery.BasicProperties), delivery.Body.ToArray());
    }
}
