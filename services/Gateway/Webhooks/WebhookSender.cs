using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Sends events when they are due. Each is on the disk from before it is sent until its answer is: a process that dies in between
/// sends it once more, under the same id.</summary>
internal sealed class WebhookSender(WebhookDeliveries deliveries, WebhookSecrets secrets, WebhookClient client, WebhookSignal signal, TimeProvider time,
    IMeterFactory meters, ILogger<WebhookSender> log) : BackgroundService
{
    public const int AtOnce = 8;
    public const int AtOnceToOne = 2;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    // Timers stand still while a machine sleeps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Sending> _sending = new();
    private readonly Counter<long> _deliveries = meters.Create(TelemetryNames.Reelsmith).CreateCounter<long>("reelsmith.webhook.deliveries", "{delivery}", "Webhooks that were sent, by what came of it.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true) await signal.Wait(await TrySendDue(stoppingToken), time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_sending.Values.Select(sending => sending.Ended));
        }
    }

    private async Task<TimeSpan?> TrySendDue(CancellationToken cancellationToken)
    {
        try
        {
            return await SendDue(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogError(e, "Webhooks could not be read from the job store; it is tried again");
            return AfterFailure;
        }
    }

    /// <returns>How long until something is due; null: until there is a signal.</returns>
    private async Task<TimeSpan?> SendDue(CancellationToken cancellationToken)
    {
        while (_sending.Count < AtOnce)
        {
            string[] busy = [.. _sending.Values.GroupBy(sending => sending.Receiver).Where(same => same.Count() >= AtOnceToOne).Select(same => same.Key)];
            if (await deliveries.NextDue(busy, cancellationToken) is not { } due) return null;
            var wait = due - time.GetUtcNow();
            if (wait > TimeSpan.Zero) return wait < LongestWait ? wait : LongestWait;
            cancellationToken.ThrowIfCancellationRequested();
            if (await deliveries.Take(busy) is { } taken) Start(taken, cancellationToken);
        }
        return null;
    }

    private void Start(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        // Asked for once more while it is being sent: its turn comes when the hold on it ends.
        if (!_sending.TryAdd(delivery.Id, new Sending(delivery.Receiver, ended.Task))) return;
        _ = Task.Run(async () =>
        {
            await Send(delivery, cancellationToken);
            _sending.TryRemove(delivery.Id, out _);
            ended.SetResult();
            signal.Raise();
        }, CancellationToken.None);
    }

    private async Task Send(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.Send(delivery, await secrets.KeysFor(delivery, cancellationToken), cancellationToken);
            var state = await deliveries.Note(delivery, answer);
            _deliveries.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Outcome, state == DeliveryState.Pending ? "retried" : state.ToString().ToLowerInvariant()));
            log.LogInformation("Webhook {Delivery} of job {JobId} answered {Status} {Error}: {State}", delivery.Id, delivery.JobId, answer.Status, answer.Error, state);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // sent again by whoever comes next
        }
        catch (Exception e)
        {
            log.LogError(e, "Webhook {Delivery} of job {JobId} could not be sent; it is tried again", delivery.Id, delivery.JobId);
        }
    }

    private sealed record Sending(string Receiver, Task Ended);
}
