using System.Globalization;
using RabbitMQ.Client.Exceptions;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Checks;

namespace Reelsmith.Hosting.Bus;

/// <summary>Whether the broker takes and gives messages, and whether somebody works at every stage.</summary>
internal sealed class BrokerCheck(BrokerSettings settings, Broker broker) : IServerCheck
{
    private const string Server = "broker";

    public async Task<ServerReport?> Check(CancellationToken cancellationToken)
    {
        if (settings.Url is not { } url) return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"{url.Host}:{url.Port}");
        try
        {
            var version = await broker.RoundTrip(cancellationToken);
            var idle = (await broker.Stages(cancellationToken)).Where(queue => queue.Workers == 0 && Queues.OfStages.Contains(queue.Queue)).Select(queue => queue.Queue).ToArray();
            return idle.Length == 0 ? new ServerReport(Server, ServerState.Ready, $"RabbitMQ {version} at {name} takes and gives messages.")
                : new ServerReport(Server, ServerState.Doubtful, $"RabbitMQ {version} at {name} takes and gives messages, and nobody works at {string.Join(", ", idle)}.", $"Start workers: reelsmith serve --role {idle[0]}.");
        }
        catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or IOException or ReelsmithException)
        {
            return new ServerReport(Server, ServerState.Failed, $"RabbitMQ at {name} cannot be used: {e.InnerException?.Message ?? e.Message}", $"See that it runs, and correct {BrokerSettings.Section}:{nameof(settings.Url)}.");
        }
    }
}
