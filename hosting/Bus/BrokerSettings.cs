using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Hosting.Bus;

/// <summary>The message broker that gateways and workers share. Configuration section <c>Reelsmith:Broker</c>.</summary>
public sealed class BrokerSettings
{
    public const string Section = "Reelsmith:Broker";

    /// <summary>A RabbitMQ server, as <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps://</c>. Without one, everything is in one process.</summary>
    public Uri? Url { get; set; }

    /// <summary>How often a message is delivered without an answer before it is set aside: whoever takes it dies of it. Workers that hand work back count too.</summary>
    [Range(1, 1_000)]
    public int DeliveryLimit { get; set; } = 10;
}
