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
    private readonly TimeProvider _time;
    private readonly ILogger<JobStarter> _log;
    private readonly OutboxSignal _moved = new();
    private long _counted;

    public JobStarter(Admission admission, WaitingLine line, JobLog jobs, TimeProvider time, ILogger<JobStarter> log)
    {
        (_admission, _line, _jobs, _time, _log) = (admission, line, jobs, time, log);
        admission.Moved += _moved.Raise;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_time.GetElapsedTime(_counted) >= Poll)
                {
                    _counted = _time.GetTimestamp();
                    await _jobs.Recount(stoppingToken);
                }
                while (await StartWaiting(stoppingToken))
                {
                    // more may have room
                }
                await _moved.Wait(Poll, _time, stoppingToken);
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
        var room = _admission.Reserve();
        if (room == 0) return false;
        try
        {
            var next = await _line.Next(room, cancellationToken);
            await _jobs.StartWaiting(next, cancellationToken);
            return next.Length > 0;
        }
        finally
        {
            _admission.Release(room);
        }
    }
}
