using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Load;

/// <summary>Looks at the broker's queues every few seconds: how many jobs may run follows from how many workers there are.</summary>
internal sealed class LoadMonitor : BackgroundService
{
    private const int JobsForEachWorker = 4; // the next command is there when a worker is free, and a queue that grows shows that workers are too few
    private const int FewestJobs = 8;
    private const double SecondsToClear = 60;
    private const double WeightOfLatest = 0.1;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly Admission _admission;
    private readonly GatewayInstance _instance;
    private readonly JobLimits _limits;
    private readonly Broker _broker;
    private readonly TimeProvider _time;
    private readonly ILogger<LoadMonitor> _log;
    private readonly ConcurrentDictionary<string, StageCost> _costs = new();
    private IReadOnlyList<StageBacklog> _queues = [];

    public LoadMonitor(Admission admission, JobLog jobs, GatewayInstance instance, JobLimits limits, Broker broker, TimeProvider time, ILogger<LoadMonitor> log)
    {
        (_admission, _instance, _limits, _broker, _time, _log) = (admission, instance, limits, broker, time, log);
        jobs.Written += (_, happened) => Note(happened);
    }

    public LoadAnswer Load
    {
        get
        {
            var (waiting, running) = _admission.Counts;
            return new LoadAnswer(waiting, running, _admission.AtOnce, [.. Volatile.Read(ref _queues).Select(LoadOf)]);
        }
    }

    /// <summary>Whether the broker was seen lately and no command waits there.</summary>
    public bool NothingWaits => Volatile.Read(ref _queues) is { Count: > 0 } queues && queues.All(queue => queue.Waiting == 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_instance.IsShared) return;
        using var timer = new PeriodicTimer(Poll, _time);
        do
        {
            try
            {
                var queues = await _broker.Stages(stoppingToken);
                Volatile.Write(ref _queues, queues);
                if (_limits.Running is null) _admission.AtOnce = Math.Max(FewestJobs, JobsForEachWorker * queues.Max(queue => queue.Workers));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Volatile.Write(ref _queues, []);
                _log.LogInformation(e, "The broker's queues could not be looked at");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private StageLoad LoadOf(StageBacklog queue)
    {
        var cost = _costs.GetValueOrDefault(Queues.StageOf(queue.Queue));
        var wanted = cost is null ? 1 : (int)Math.Ceiling(queue.Waiting * cost.WallSeconds / SecondsToClear);
        return new StageLoad(queue.Queue, queue.Waiting, queue.Workers, cost?.WaitedSeconds ?? 0, cost?.WallSeconds, Math.Max(1, wanted));
    }

    private void Note(JobEvent happened)
    {
        var (stage, cost) = happened switch
        {
            ScriptWritten script => (StageName.Script, script.Cost),
            SceneNarrated narrated => (StageName.Speech, narrated.Cost),
            SceneRendered rendered => (StageName.Video, rendered.Cost),
            VideoComposed composed => (StageName.Composer, composed.Cost),
            _ => ("", null),
        };
        if (cost is null) return;
        _costs.AddOrUpdate(stage, cost, (_, before) => cost with { WallSeconds = cost.Cached ? before.WallSeconds : before.WallSeconds + (WeightOfLatest * (cost.WallSeconds - before.WallSeconds)) });
    }
}
