using RabbitMQ.Client;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

public sealed class RabbitMqServerTests(RunningBroker broker) : IClassFixture<RunningBroker>
{
    private static readonly CreateChannelOptions Confirming = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
    private static readonly BasicProperties Persistent = new() { Persistent = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_confirmed_message_of_a_quorum_queue_outlives_a_kill()
    {
        var server = broker.Server;
        await using (var connection = await Connect(server))
        {
            await using var channel = await connection.CreateChannelAsync(Confirming, Cancellation);
            await channel.QueueDeclareAsync("script", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Cancellation);
            await channel.BasicPublishAsync("", "script", mandatory: true, Persistent, "a storyboard, please"u8.ToArray(), Cancellation);
            await server.QueuesAreWritten(Cancellation);

            await server.Kill();
        }
        await Assert.ThrowsAnyAsync<Exception>(() => Connect(server));
        await server.Restart(Cancellation);

        await using var again = await Connect(server);
        await using var reading = await again.CreateChannelAsync(cancellationToken: Cancellation);
        var message = await reading.BasicGetAsync("script", autoAck: true, Cancellation);
        Assert.Equal("a storyboard, please"u8, message!.Body.Span);
    }

    [Fact]
    public async Task Two_brokers_at_once_know_nothing_of_each_other()
    {
        await using var second = await RabbitMqServer.Start(Cancellation);
        await using (var connection = await Connect(broker.Server))
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            await channel.QueueDeclareAsync("video", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        }

        await using var other = await Connect(second);
        await using var looking = await other.CreateChannelAsync(cancellationToken: Cancellation);
        var missing = await Assert.ThrowsAsync<RabbitMQ.Client.Exceptions.OperationInterruptedException>(() => looking.QueueDeclarePassiveAsync("video", Cancellation));
        Assert.Equal(404, missing.ShutdownReason!.ReplyCode);
    }

    [Fact]
    public async Task A_paused_broker_takes_no_connection_until_it_goes_on()
    {
        broker.Server.Pause();
        var connecting = Connect(broker.Server);

        Assert.NotSame(connecting, await Task.WhenAny(connecting, Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation)));
        broker.Server.Continue();

        await using var connection = await connecting;
        Assert.True(connection.IsOpen);
    }

    [Fact]
    public async Task A_connection_through_a_proxy_breaks_and_another_is_made()
    {
        await using var proxy = FaultyProxy.Before(broker.Server.Url);
        var factory = new ConnectionFactory { Uri = proxy.Through(broker.Server.Url), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        var broken = new TaskCompletionSource();
        connection.ConnectionShutdownAsync += (_, _) => { broken.SetResult(); return Task.CompletedTask; };

        proxy.Drop();

        await broken.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        await using var another = await factory.CreateConnectionAsync(Cancellation);
        Assert.True(another.IsOpen);
        Assert.Equal(2, proxy.Connections);
    }

    private static Task<IConnection> Connect(RabbitMqServer server) =>
        new ConnectionFactory { Uri = server.Url, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(Cancellation);
}
