using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Telemetry;

/// <summary>What lies in the outbox, and for how long. Looked at only while somebody wants to know.</summary>
internal sealed class OutboxMetrics : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly GatewayStore _store;
    private readonly GatewayInstance _instance;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxMetrics> _log;
    private readonly ObservableGauge<int> _messages;
    private Seen _seen = new(0, null, 0);

    public OutboxMetrics(IMeterFactory meters, GatewayStore store, GatewayInstance instance, TimeProvider time, ILogger<OutboxMetrics> log)
    {
        (_store, _instance, _time, _log) = (store, instance, time, log);
        var meter = meters.Create(TelemetryNames.Reelsmith);
        _messages = meter.CreateObservableGauge("reelsmith.outbox.messages", () => Volatile.Read(ref _seen).Messages, "{message}", "Messages that are not sent yet, or were sent a moment ago.");
        meter.CreateObservableGauge("reelsmith.outbox.age", Age, "s", "How long the oldest of them has been seen there.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!_messages.Enabled) continue;
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.LogInformation(e, "The outbox could not be looked at");
            }
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        await using var db = await _store.Open();
        var rows = _instance.IsShared ? db.Outbox : db.Outbox.Where(row => row.Gateway == _instance.Id);
        var found = await rows.GroupBy(_ => 1).Select(all => new { Messages = all.Count(), Oldest = all.Min(row => row.Id) }).FirstOrDefaultAsync(cancellationToken);
        // Rows have no time that survives their being taken over, and gateways' clocks need not agree: an id that stays is measured from when it was seen first.
        var since = found is not null && found.Oldest == _seen.Oldest ? _seen.Since : _time.GetTimestamp();
        Volatile.Write(ref _seen, new Seen(found?.Messages ?? 0, found?.Oldest, since));
    }

    private double Age() => Volatile.Read(ref _seen) is { Oldest: not null } seen ? _time.GetElapsedTime(seen.Since).TotalSeconds : 0;

    private sealed record Seen(int Messages, long? Oldest, long Since);
}
