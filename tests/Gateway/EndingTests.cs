using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

/// <summary>The ways in which a job ends that are not a film.</summary>
public sealed class EndingTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_failed_scene_fails_the_job_with_its_reason_and_stops_the_others()
    {
        var stopped = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is NarrateScene { Scene: 1 })
                {
                    other.TrySetResult();
                    await using var registration = ct.Register(() => stopped.TrySetResult());
                    await Task.Delay(Timeout.Infinite, ct);
                }
                if (work is not NarrateScene { Scene: 2 }) return;
                await other.Task;
                throw ReelsmithException.InvalidInput("voice_unknown", "There is no voice \"x\".", "`reelsmith voices` lists what there is.");
            },
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);

        var job = await gateway.Make(Request);
        await stopped.Task;

        Assert.Equal(JobStatus.Failed, job.Status);
        Assert.Equal(("voice_unknown", "speech", 2), (job.Failure!.Code, job.Failure.Stage, job.Failure.Scene));
    }

    [Fact]
    public async Task Cancelling_stops_the_work_and_the_next_request_goes_on_from_what_is_done()
    {
        var reached = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not RenderScene { Scene: 1 } || reached.Task.IsCompleted) return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var jobId = (await gateway.Jobs.Submit(Request, CancellationToken.None)).JobId;
        await reached.Task;

        await gateway.Jobs.Cancel(jobId, CancellationToken.None);

        Assert.Equal(JobStatus.Cancelled, (await gateway.End(jobId)).Status);
        var again = await gateway.Make(Request);
        Assert.NotEqual(jobId, again.JobId);
        Assert.Equal(JobStatus.Completed, again.Status);
        Assert.Single(stages.Worked.OfType<WriteScript>());
        Assert.False(again.Scenes[1].RenderCost!.Cached);
    }

    [Fact]
    public async Task A_failed_job_is_made_anew_by_the_next_request()
    {
        var failing = true;
        var stages = new FakeStages
        {
            Before = (work, _) => failing && work is ComposeVideo ? throw ReelsmithException.Unavailable("disk_full", "The disk is full.", "Free some.") : Task.CompletedTask,
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        Assert.Equal("disk_full", (await gateway.Make(Request)).Failure!.Code);
        failing = false;
        stages.Worked.Clear();

        var again = await gateway.Make(Request);

        Assert.Equal(JobStatus.Completed, again.Status);
        Assert.Equal(["ComposeVideo"], stages.Worked.Names());
    }

    [Fact]
    public async Task A_command_that_its_worker_cannot_take_fails_the_job()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        stages.Before = async (work, ct) =>
        {
            if (work is WriteScript script) await gateway.Services.GetRequiredService<IBus>().Publish<Fault<WriteScript>>(new { Message = script, Exceptions = Array.Empty<ExceptionInfo>() }, ct);
            await Task.Delay(Timeout.Infinite, ct);
        };

        var job = await gateway.Make(Request);

        Assert.Equal((JobStatus.Failed, "internal", "script"), (job.Status, job.Failure!.Code, job.Failure.Stage));
    }

    [Fact]
    public async Task Whoever_watches_learns_that_the_log_cannot_be_written()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        stages.Before = (work, _) =>
        {
            if (work is NarrateScene) Drop(_data.Folder.Database);
            return Task.CompletedTask;
        };

        var job = await gateway.Make(Request);

        Assert.Equal(JobStatus.Failed, job.Status);
        Assert.NotNull(job.Failure);
    }

    [Fact]
    public async Task A_request_that_cannot_be_is_refused()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => gateway.Jobs.Submit(Request with { Format = new VideoFormat(1, 1, 30) }, CancellationToken.None));

        Assert.Equal(FailureKind.InvalidInput, refused.Failure.Kind);
    }

    [Fact]
    public async Task Snapshots_tell_of_stages_and_scenes_as_they_move()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());
        var jobId = (await gateway.Jobs.Submit(Request, CancellationToken.None)).JobId;
        var seen = new List<JobSnapshot>();

        await foreach (var job in gateway.Jobs.Watch(jobId, CancellationToken.None)) seen.Add(job);

        Assert.Equal(seen.Select(job => job.Fraction).Order(), seen.Select(job => job.Fraction));
        Assert.All(seen[^1].Stages, stage => Assert.Equal((stage.Total, 1.0), (stage.Done, stage.Fraction)));
        Assert.Equal(["Scene 0", "Scene 1", "Scene 2"], seen[^1].Scenes.Select(scene => scene.Headline));
        Assert.Equal(seen[^1].Files!.Frames, seen[^1].Scenes.Sum(scene => scene.Frames));
    }

    private static void Drop(string database)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS job_events;";
        command.ExecuteNonQuery();
    }
}
