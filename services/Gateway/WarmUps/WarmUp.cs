using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Timing;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.WarmUps;

/// <summary>Has the stages make a short scene that nobody asked for, once the server has started: then their programs run, fonts and word lists
/// are read and code is compiled before somebody waits for it.</summary>
internal sealed class WarmUp(IBus bus, IArtifactStore artifacts, CommitQueue commits, TimeProvider time, ILogger<WarmUp> log) : BackgroundService, IHostedLifecycleService
{
    private const string Prompt = "Why do volcanoes erupt?";
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private const int Scene = 1; // the first would go before what a person waits for
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.SetResult();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _started.Task.WaitAsync(stoppingToken);
        var began = time.GetTimestamp();
        try
        {
            await StoreJob();
            await MakeScene(stoppingToken);
            log.LogInformation("Warmed up in {Elapsed}", time.GetElapsedTime(began));
        }
        catch (ReelsmithException e)
        {
            log.LogInformation(e, "Could not warm up"); // a job, or the readiness check, tells what is missing
        }
    }

    // Through the statements of a submission and of an event, in a transaction that is given up.
    private async Task StoreJob()
    {
        var submitting = new Submitting("", null, "", time.GetUtcNow(), new JobLimits());
        var submitted = new JobLogEntry(new JobSubmitted(Guid.CreateVersion7(submitting.At), new VideoRequest { Prompt = Prompt }, submitting.At), submitting.At);
        var job = Job.From((JobSubmitted)submitted.Event);
        try
        {
            await commits.Commit(async db =>
            {
                await submitting.Claim(db, job.Id);
                db.Jobs.Add(JobRow.Of(job, "", ""));
                db.Events.Add(JobLog.RowOf(job, submitted));
                foreach (var command in job.Apply(new JobLogEntry(new JobStarted(job.Id), submitting.At)).Outstanding()) db.Outbox.Add(Message.ToRow(job.Id, "", command));
                await db.SaveChangesAsync();
                (await Queries.Job(db, job.Id, CancellationToken.None))!.Show(job);
                throw new OperationCanceledException("Nothing of it is to be kept.");
            });
        }
        catch (OperationCanceledException)
        {
            // as wanted
        }
    }

    // Every start asks for something new: what is stored would be found, and warm nothing up.
    private async Task MakeScene(CancellationToken cancellationToken)
    {
        var seed = (int)(time.GetUtcNow().ToUnixTimeSeconds() & int.MaxValue);
        var script = await bus.Ask<WriteScript, ScriptWritten>(StageName.Script, Queues.Script, new WriteScript(Guid.Empty, new VideoRequest { Prompt = Prompt, Seed = seed }), LongestWait, cancellationToken);
        var storyboard = await artifacts.ReadJson<Storyboard>(script.Storyboard, cancellationToken);
        var spoken = $"Ready, {seed % 1000}.";
        var narration = (await bus.Ask<NarrateScene, SceneNarrated>(StageName.Speech, Queues.Speech, new NarrateScene(Guid.Empty, Scene, spoken, storyboard.Language, storyboard.Style.Voice), LongestWait, cancellationToken)).Narration;
        var timing = SceneTiming.Of(storyboard, 0, narration.Samples, VideoFormat.Default);
        var drawing = new SceneDrawing(0, storyboard.Scenes[0].Visual, Transition.Cut, storyboard.Style, storyboard.Language, spoken, narration.Words, timing.NarrationStart, timing.Frames, Last: false);
        var rendered = await bus.Ask<RenderScene, SceneRendered>(StageName.Video, Queues.Video, new RenderScene(Guid.Empty, Scene, drawing, null, VideoFormat.Default), LongestWait, cancellationToken);
        var scene = new ComposedScene(rendered.Clip, timing.Frames, narration, timing.NarrationStart, rendered.Renderer);
        await bus.Ask<PackageScene, ScenePackaged>(StageName.Composer, Queues.Preview, new PackageScene(scene, 0, VideoFormat.Default), LongestWait, cancellationToken);
    }
}
