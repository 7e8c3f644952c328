namespace Reelsmith.Hosting.Bus;

/// <summary>The message broker that gateways and workers share. Configuration section <c>Reelsmith:Broker</c>.</summary>
public sealed class BrokerSettings
{
    public const string Section = "Reelsmith:Broker";

    /// <summary>A RabbitMQ server, as <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps://</c>. Without one, everything is in one process.</summary>
    public Uri? Url { get; set; }
}
