using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Hosting.Workers;

/// <summary>What the end of the process means for its work. Where the bus is in its memory, work is let go at once: it is unfinished and taken up
/// at the next start. Where there is a broker, work goes on for a while, and what is not done by then is handed back for others.</summary>
public sealed class WorkerStop : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenRegistration _stopping;

    public WorkerStop(BrokerSettings broker, WorkerSettings worker, TimeProvider time, IHostApplicationLifetime? lifetime = null)
    {
        HandsBack = broker.Url is not null;
        LongestDelivery = worker.LongestDelivery;
        if (lifetime is null) return;
        Begun = lifetime.ApplicationStopping;
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            if (!HandsBack || worker.Grace == TimeSpan.Zero) _over.Cancel();
            else _ = EndAfter(worker.Grace, time);
        });
    }

    /// <summary>Whether a broker gives to others what is handed back.</summary>
    public bool HandsBack { get; }

    /// <summary><see cref="WorkerSettings.LongestDelivery"/>.</summary>
    public TimeSpan LongestDelivery { get; }

    /// <summary>Fires when nothing new is to be begun.</summary>
    public CancellationToken Begun { get; }

    /// <summary>Fires when work has to be let go.</summary>
    public CancellationToken Over => _over.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _over.Dispose();
    }

    private async Task EndAfter(TimeSpan grace, TimeProvider time)
    {
        await Task.Delay(grace, time);
        await _over.CancelAsync();
    }
}
