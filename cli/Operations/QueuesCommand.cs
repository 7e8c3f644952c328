using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client.Exceptions;
using Reelsmith.Cli.CommandLine;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Cli.Operations;

/// <summary><c>reelsmith queues</c>: what waits at the broker, and what could not be worked on, to be sent once more or thrown away.</summary>
internal sealed class QueuesCommand(ReelsmithApp app, string? config)
{
    public Task<int> List(CancellationToken cancellationToken) => WithBroker(async broker =>
    {
        var failed = (await new FailedMessages(broker).List(cancellationToken)).ToLookup(message => message.Queue);
        app.Terminal.Out.WriteLine($"{"stage",-16}{"waiting",9}{"workers",9}{"failed",9}");
        foreach (var queue in await broker.Stages(cancellationToken)) app.Terminal.Out.WriteLine(Row(queue.Queue, queue.Waiting, queue.Workers, failed[queue.Queue].Count()));
        foreach (var other in failed.Where(queue => !Queues.OfCommands.Contains(queue.Key))) app.Terminal.Out.WriteLine(Row(other.Key, null, null, other.Count()));
        return ExitCode.Done;
    });

    public Task<int> Errors(CancellationToken cancellationToken) => WithBroker(async broker =>
    {
        var failed = await new FailedMessages(broker).List(cancellationToken);
        foreach (var message in failed) app.Terminal.Out.WriteLine(Line(message));
        if (failed.Count == 0) app.Terminal.Error.WriteLine("Nothing has failed.");
        return ExitCode.Done;
    });

    public Task<int> Replay(string[] ids, bool all, CancellationToken cancellationToken) =>
        Change(ids, all, (failed, which) => failed.Replay(which, cancellationToken), "sent once more; a job that has ended is tried again with `POST /v1/videos/{id}/retry`");

    public Task<int> Drop(string[] ids, bool all, CancellationToken cancellationToken) =>
        Change(ids, all, (failed, which) => failed.Drop(which, cancellationToken), "thrown away");

    private Task<int> Change(string[] ids, bool all, Func<FailedMessages, Func<FailedMessage, bool>, Task<IReadOnlyList<FailedMessage>>> change, string done)
    {
        if (all == ids.Length > 0) throw Arguments.Wrong("Name messages, or all of them with --all.", "`reelsmith queues errors` lists them with their ids.");
        return WithBroker(async broker =>
        {
            var changed = await change(new FailedMessages(broker), message => all || ids.Contains(message.Id));
            foreach (var message in changed) app.Terminal.Out.WriteLine(Line(message));
            app.Terminal.Error.WriteLine($"{changed.Count} of {(all ? changed.Count : ids.Length)} messages were {done}.");
            return all || changed.Count == ids.Length ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private async Task<int> WithBroker(Func<Broker, Task<int>> work)
    {
        var settings = app.Settings<BrokerSettings>(BrokerSettings.Section, config);
        if (settings.Url is not { } url)
        {
            throw ReelsmithException.InvalidInput("broker_missing", "No broker is named.", $"Give the configuration of the gateways with --config, or set {BrokerSettings.Section}:{nameof(settings.Url)}.");
        }
        await using var broker = new Broker(settings, NullLogger<Broker>.Instance);
        try
        {
            return await work(broker);
        }
        catch (BrokerUnreachableException e)
        {
            throw ReelsmithException.Unavailable("broker_unreachable", $"The broker at {url.Host}:{url.Port} cannot be reached: {e.InnerException?.Message ?? e.Message}", "See that it runs and that this machine may connect to it.");
        }
    }

    private static string Row(string queue, int? waiting, int? workers, int failed) => string.Create(CultureInfo.InvariantCulture, $"{queue,-16}{waiting,9}{workers,9}{failed,9}");

    private static string Line(FailedMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Id}  {message.At:u}  {message.Queue}  {message.Kind}  job {message.JobId?.ToString() ?? "?"}  {message.Reason}");
}
