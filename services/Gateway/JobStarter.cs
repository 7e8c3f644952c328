using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway;

/// <summary>Starts waiting jobs when their turn has come.</summary>
internal sealed class JobStarter : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Admission _admission;
    private readonly WaitingLine _line;
    private readonly JobLog _jobs;
    private readonly GatewayInstance _instance;
    private readonly TimeProvider _time;
    private readonly ILogger<JobStarter> _log;
    private readonly OutboxSignal _moved = new();
    private long _counted;

    public JobStarter(Admission admission, WaitingLine line, JobLog jobs, GatewayInstance instance, TimeProvider time, ILogger<JobStarter> log)
    {
        (_admission, _line, _jobs, _instance, _time, _log) = (admission, line, jobs, instance, time, log);
        admission.Moved += _moved.Raise;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Where jobs are shared, others take them in, start and end them too.
                if (_instance.IsShared && _time.GetElapsedTime(_counted) >= Poll)
                {
                    _counted = _time.GetTimestamp();
                    await _jobs.Recount(stoppingToken);
                }
                while (await StartWaiting(stoppingToken))
                {
                    // more may have room
                }
                await _moved.Wait(_instance.IsShared ? Poll : Timeout.InfiniteTimeSpan, _time, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.LogError(e, "Waiting jobs could not be started; it is tried again");
                await Task.Delay(AfterTrouble, _time, stoppingToken);
            }
        }
    }

    private async Task<bool> StartWaiting(CancellationToken cancellationToken)
    {
        var room = _admission.Reserve(out var seen);
        if (room == 0) return false;
        try
        {
            var next = await _line.Next(room, cancellationToken);
            await _jobs.StartWaiting(next, cancellationToken);
            if (next.Length < room) _admission.NobodyWaits(seen);
            return next.Length > 0;
        }
        finally
        {
            _admission.Release(room);
        }
    }
}
