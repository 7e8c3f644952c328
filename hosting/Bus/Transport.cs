using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Bus;

/// <summary>What carries the messages: this process's memory, or a RabbitMQ server.</summary>
internal static class Transport
{
    private static readonly string[] Schemes = ["amqp", "amqps"];
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <exception cref="ReelsmithException">The broker's address cannot be.</exception>
    public static void UseTransportOf(this IBusRegistrationConfigurator bus, IConfiguration? configuration)
    {
        var settings = configuration?.GetSection(BrokerSettings.Section).Get<BrokerSettings>() ?? new BrokerSettings();
        if (settings.Url is not { } url)
        {
            bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            return;
        }
        if (!url.IsAbsoluteUri || !Schemes.Contains(url.Scheme))
        {
            throw ReelsmithException.InvalidInput("broker_url_invalid", $"{BrokerSettings.Section}:{nameof(settings.Url)} is no address of a RabbitMQ server.",
                "Write it as amqp://user:password@host:5672, or amqps:// for TLS.");
        }
        bus.AddConfigureEndpointsCallback((_, _, endpoint) => Keep(endpoint));
        bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, url));
    }

    /// <summary>How a broker keeps a queue: a process's own goes with it, every other stays. Endpoints that are connected later are not told of it by the bus.</summary>
    public static void Keep(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.UseFilter(new Delivery.Filter());
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue || endpoint.InputAddress.Query.Contains("temporary=true", StringComparison.Ordinal)) return;
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new HandBack());
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        });
        foreach (var (name, value) in Broker.QueueArguments) queue.SetQueueArgument(name, value);
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, Uri url)
    {
        rabbit.Host(url, host =>
        {
            host.PublisherConfirmation = true;
            host.Heartbeat(Heartbeat);
        });
        rabbit.ConfigureEndpoints(context);
    }
}
