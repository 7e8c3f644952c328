using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Load;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Telemetry;

/// <summary>What a gateway tells of jobs, commits and queues. Each job's end is told once, by the gateway that wrote it down; how many there are, by all.</summary>
internal sealed class JobMetrics : IHostedService
{
    private readonly JobLog _jobs;
    private readonly CommitQueue _commits;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _waited;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _video;
    private readonly Histogram<double> _effort;
    private readonly Histogram<long> _together;
    private readonly Histogram<double> _commit;

    public JobMetrics(IMeterFactory meters, JobLog jobs, CommitQueue commits, Admission admission, LoadMonitor load)
    {
        (_jobs, _commits) = (jobs, commits);
        var meter = meters.Create(TelemetryNames.Reelsmith);
        _ended = meter.CreateCounter<long>("reelsmith.jobs.ended", "{job}", "Jobs that have ended.");
        _waited = meter.CreateHistogram("reelsmith.job.wait", "s", "How long jobs that have ended had waited for their turn.", null, Boundaries.Seconds);
        _duration = meter.CreateHistogram("reelsmith.job.duration", "s", "From the start of jobs to their end.", null, Boundaries.Seconds);
        _video = meter.CreateCounter<double>("reelsmith.video.duration", "s", "Video that was made.");
        _effort = meter.CreateHistogram("reelsmith.stage.effort", "1", "Seconds of a stage's work for a second of video, by job; parallel work counts once.", null, Boundaries.Ratio);
        _together = meter.CreateHistogram("reelsmith.commit.size", "{change}", "Changes that were committed together.", null, Boundaries.Together);
        _commit = meter.CreateHistogram("reelsmith.commit.duration", "s", "How long commits took.", null, Boundaries.Seconds);
        meter.CreateObservableGauge("reelsmith.jobs", () => Count(admission), "{job}", "Jobs that wait for their turn, and that run.");
        meter.CreateObservableGauge("reelsmith.jobs.limit", () => admission.AtOnce, "{job}", "Jobs that may run at once.");
        meter.CreateObservableGauge("reelsmith.queue.commands", () => load.Load.Stages.Select(stage => Of(stage.Waiting, stage)), "{command}", "Commands that no worker has yet.");
        meter.CreateObservableGauge("reelsmith.queue.workers", () => load.Load.Stages.Select(stage => Of(stage.Workers, stage)), "{process}", "Processes that take a stage's commands.");
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _jobs.Written += Note;
        _commits.Committed += Note;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _jobs.Written -= Note;
        _commits.Committed -= Note;
        return Task.CompletedTask;
    }

    private void Note(int changes, TimeSpan took)
    {
        if (_together.Enabled) _together.Record(changes);
        if (_commit.Enabled) _commit.Record(took.TotalSeconds);
    }

    private void Note(Job job, JobEvent _)
    {
        if (!job.HasEnded || !_ended.Enabled) return;
        var outcome = new KeyValuePair<string, object?>(TelemetryNames.Outcome, job.Status.ToString().ToLowerInvariant());
        if (job.Failure is { } failure)
        {
            _ended.Add(1, outcome, new(TelemetryNames.ErrorType, failure.Code), new(TelemetryNames.Stage, failure.Stage));
        }
        else
        {
            _ended.Add(1, outcome);
        }
        if (job is { StartedAt: { } started, EndedAt: { } ended }) _duration.Record((ended - started).TotalSeconds, outcome);
        if (job is { Revision: 0, StartedAt: { } start }) _waited.Record((start - job.Submitted.At).TotalSeconds);
        if (job.Files is { Frames: > 0 } files) NoteVideo(job, (double)files.Frames / job.Request.Format.FramesPerSecond);
    }

    private void NoteVideo(Job job, double seconds)
    {
        _video.Add(seconds);
        NoteEffort(StageName.Script, [job.Script], seconds);
        NoteEffort(StageName.Speech, job.Narrated.Values.Select(scene => scene.Work), seconds);
        NoteEffort(StageName.Video, job.Rendered.Values.Select(scene => scene.Work), seconds);
        NoteEffort(StageName.Composer, [job.Composition], seconds);
    }

    // What was found stored says nothing of how much work a video is.
    private void NoteEffort(string stage, IEnumerable<WorkDone?> work, double seconds)
    {
        WorkDone[] done = [.. work.OfType<WorkDone>()];
        if (done.Length > 0 && done.All(piece => !piece.Cost.Cached)) _effort.Record(StageTimes.Of(done).WallSeconds / seconds, new KeyValuePair<string, object?>(TelemetryNames.Stage, stage));
    }

    private static IEnumerable<Measurement<int>> Count(Admission admission)
    {
        var (waiting, running) = admission.Counts;
        yield return new Measurement<int>(waiting, new KeyValuePair<string, object?>(TelemetryNames.State, "waiting"));
        yield return new Measurement<int>(running, new KeyValuePair<string, object?>(TelemetryNames.State, "running"));
    }

    private static Measurement<int> Of(int value, StageLoad stage) => new(value, new KeyValuePair<string, object?>(TelemetryNames.Stage, stage.Stage));
}
