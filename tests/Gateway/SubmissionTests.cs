using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

/// <summary>Jobs of callers: submitted once however often they are sent, in fair turns, within limits, edited, retried, deleted.</summary>
public sealed class SubmissionTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_same_submission_at_once_from_many_connections_is_one_job()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());

        var submissions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None))));

        Assert.Single(submissions.Select(s => s.JobId).Distinct());
        Assert.Single(submissions, s => !s.Resumed);
        Assert.Single((await gateway.Catalog.List(null, null, 100, false, CancellationToken.None)).Jobs);
    }

    [Fact]
    public async Task Another_caller_another_request_and_a_later_time_are_other_jobs()
    {
        var time = new FakeTimeProvider(Logs.At);
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages(), time: time);
        async Task<Guid> Submit(string owner, VideoRequest request, string? key = null) =>
            (await gateway.Jobs.Submit(new NewJob(owner, request) { IdempotencyKey = key }, CancellationToken.None)).JobId;

        var first = await Submit("a", Request);
        var keyed = await Submit("a", Request, "k");
        var others = new[] { await Submit("b", Request), await Submit("a", Request with { Seed = 7 }), await Submit("a", Request, "l") };
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(first, await Submit("a", Request));
        time.Advance(TimeSpan.FromSeconds(2));
        var later = await Submit("a", Request);

        Assert.Equal(6, others.Append(first).Append(keyed).Append(later).Distinct().Count());
        Assert.Equal(keyed, await Submit("a", Request, "k"));
        var reused = await Assert.ThrowsAsync<ReelsmithException>(() => Submit("a", Request with { Seed = 8 }, "k"));
        Assert.Equal("idempotency_key_reused", reused.Failure.Code);
    }

    [Fact]
    public async Task A_cancelled_job_is_not_what_the_next_submission_gets()
    {
        var stages = new FakeStages { Before = (_, ct) => Task.Delay(Timeout.Infinite, ct) };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var first = await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None);
        Assert.True(await gateway.Jobs.Cancel(first.JobId, CancellationToken.None));

        Assert.NotEqual(first.JobId, (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId);
        Assert.False(await gateway.Jobs.Cancel(first.JobId, CancellationToken.None));
    }

    [Fact]
    public async Task Callers_take_turns_and_positions_say_so()
    {
        var started = new List<string>();
        var free = new SemaphoreSlim(0);
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not WriteScript script) return;
                lock (started) started.Add(script.Request.Prompt!);
                await free.WaitAsync(ct);
            },
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages, limits: new JobLimits { Running = 1 });
        var jobs = new Dictionary<string, Guid>();
        foreach (var prompt in new[] { "a1", "a2", "a3", "b1", "b2" })
        {
            jobs[prompt] = (await gateway.Jobs.Submit(new NewJob(prompt[..1], Request with { Prompt = prompt }), CancellationToken.None)).JobId;
        }

        var positions = new Dictionary<string, int?>();
        foreach (var (prompt, id) in jobs) positions[prompt] = (await gateway.Catalog.Find(id, CancellationToken.None))!.QueuePosition;
        free.Release(5);
        foreach (var id in jobs.Values) await gateway.End(id);

        Assert.Equal([null, 0, 2, 1, 3], positions.Values);
        Assert.Equal(["a1", "a2", "b1", "a3", "b2"], started);
    }

    [Fact]
    public async Task Too_many_jobs_of_one_caller_are_refused_and_another_caller_is_not()
    {
        var stages = new FakeStages { Before = (_, ct) => Task.Delay(Timeout.Infinite, ct) };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages, limits: new JobLimits { Running = 1, PerCaller = 2 });
        for (var n = 0; n < 2; n++) await gateway.Jobs.Submit(new NewJob("a", Request with { Seed = n }), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => gateway.Jobs.Submit(new NewJob("a", Request with { Seed = 9 }), CancellationToken.None));
        await gateway.Jobs.Submit(new NewJob("b", Request), CancellationToken.None);
        var again = await gateway.Jobs.Submit(new NewJob("a", Request with { Seed = 1 }), CancellationToken.None);

        Assert.Equal((FailureKind.Busy, "too_many_jobs"), (refused.Failure.Kind, refused.Failure.Code));
        Assert.True(again.Resumed);
    }

    // As when what is told of a job comes after it was found to be gone.
    [Theory]
    [InlineData(JobStatus.Queued, JobStatus.Cancelled)]
    [InlineData(JobStatus.Queued, JobStatus.Running)]
    public async Task A_miscount_keeps_no_job_waiting(JobStatus from, JobStatus to)
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages(), limits: new JobLimits { Running = 1 });
        gateway.Services.GetRequiredService<Admission>().Move("a", from, to);

        var job = await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None);

        Assert.Equal(JobStatus.Completed, (await gateway.End(job.JobId)).Status);
    }

    [Fact]
    public async Task Waiting_jobs_of_a_dead_process_keep_their_order_in_the_next()
    {
        var stages = new FakeStages { Before = (_, ct) => Task.Delay(Timeout.Infinite, ct) };
        var jobs = new List<Guid>();
        await using (var dying = await GatewayProcess.Start(_data.Folder, stages, limits: new JobLimits { Running = 1 }))
        {
            for (var n = 0; n < 4; n++) jobs.Add((await dying.Jobs.Submit(new NewJob("a", Request with { Seed = n }), CancellationToken.None)).JobId);
        }
        var worked = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, worked, resumeUnfinished: true, limits: new JobLimits { Running = 1 });

        foreach (var job in jobs) Assert.Equal(JobStatus.Completed, (await gateway.End(job)).Status);
        Assert.Equal([0, 1, 2, 3], worked.Worked.OfType<WriteScript>().Select(script => script.Request.Seed!.Value));
    }

    [Fact]
    public async Task An_edited_film_makes_only_what_changed()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        await gateway.End(job);
        var storyboard = (await gateway.Catalog.Storyboard(job, CancellationToken.None))!;
        stages.Worked.Clear();

        await gateway.Jobs.Edit(job, storyboard with { Scenes = [storyboard.Scenes[0], storyboard.Scenes[1], storyboard.Scenes[2] with { Narration = "Something else is said." }] }, null, CancellationToken.None);
        var end = await gateway.End(job);

        Assert.Equal((JobStatus.Completed, 1), (end.Status, end.Revision));
        Assert.Equal(["ComposeVideo", "NarrateScene 2", "RenderScene 2", "WriteScript"], stages.Worked.Names().Order());
        Assert.Equal("Something else is said.", (await gateway.Catalog.Storyboard(job, CancellationToken.None))!.Scenes[2].Narration);
    }

    [Fact]
    public async Task A_job_edited_in_mid_work_stops_that_work_and_ends_as_edited()
    {
        var reached = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not RenderScene { Scene: 1, Revision: 0 }) return;
                reached.TrySetResult();
                await using var registration = ct.Register(() => stopped.TrySetResult());
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        await reached.Task;
        var storyboard = (await gateway.Catalog.Storyboard(job, CancellationToken.None))!;

        await gateway.Jobs.Edit(job, storyboard with { Title = "Another title" }, null, CancellationToken.None);
        await stopped.Task;
        var end = await gateway.End(job);

        Assert.Equal((JobStatus.Completed, 1, "Another title"), (end.Status, end.Revision, end.Title));
    }

    [Fact]
    public async Task A_storyboard_that_is_not_written_yet_cannot_be_edited()
    {
        var stages = new FakeStages { Before = (_, ct) => Task.Delay(Timeout.Infinite, ct) };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => gateway.Jobs.Edit(job, stages.Storyboard, null, CancellationToken.None));
        var retried = await Assert.ThrowsAsync<ReelsmithException>(() => gateway.Jobs.Retry(job, CancellationToken.None));

        Assert.Equal((FailureKind.Conflict, "storyboard_not_ready"), (refused.Failure.Kind, refused.Failure.Code));
        Assert.Equal("video_not_failed", retried.Failure.Code);
    }

    [Fact]
    public async Task A_failed_job_goes_on_from_what_is_done()
    {
        var failing = true;
        var stages = new FakeStages
        {
            Before = (work, _) => failing && work is RenderScene { Scene: 2 } ? throw ReelsmithException.Unavailable("disk_full", "The disk is full.", "Free some.") : Task.CompletedTask,
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        var failed = await gateway.End(job);
        Assert.Equal(JobStatus.Failed, failed.Status);
        failing = false;
        string[] done = ["WriteScript", .. failed.Scenes.Where(s => s.Narrated >= 1).Select(s => $"NarrateScene {s.Scene}"), .. failed.Scenes.Where(s => s.Rendered >= 1).Select(s => $"RenderScene {s.Scene}")];
        stages.Worked.Clear();

        await gateway.Jobs.Retry(job, CancellationToken.None);

        Assert.Equal(JobStatus.Completed, (await gateway.End(job)).Status);
        Assert.Empty(stages.Worked.Names().Intersect(done));
        Assert.Contains("RenderScene 2", stages.Worked.Names());
    }

    [Fact]
    public async Task A_deleted_job_is_gone_and_its_work_stops()
    {
        var reached = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (_, ct) =>
            {
                reached.TrySetResult();
                await using var registration = ct.Register(() => stopped.TrySetResult());
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        await reached.Task;

        await gateway.Jobs.Delete(job, CancellationToken.None);
        await stopped.Task;

        Assert.Null(await gateway.Catalog.Find(job, CancellationToken.None));
        Assert.Empty((await gateway.Catalog.List("a", null, 10, true, CancellationToken.None)).Jobs);
    }

    [Fact]
    public async Task Lists_go_on_behind_a_job_in_either_direction()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());
        var jobs = new List<Guid>();
        for (var n = 0; n < 5; n++)
        {
            jobs.Add((await gateway.Jobs.Submit(new NewJob("a", Request with { Seed = n }), CancellationToken.None)).JobId);
            await gateway.Jobs.Submit(new NewJob("b", Request with { Seed = n }), CancellationToken.None);
        }
        jobs.Sort();

        var newest = await gateway.Catalog.List("a", null, 2, false, CancellationToken.None);
        var rest = await gateway.Catalog.List("a", newest.Jobs[^1].Id, 10, false, CancellationToken.None);
        var oldest = await gateway.Catalog.List("a", jobs[0], 2, true, CancellationToken.None);

        Assert.Equal([jobs[4], jobs[3]], newest.Jobs.Select(job => job.Id));
        Assert.True(newest.HasMore);
        Assert.Equal([jobs[2], jobs[1], jobs[0]], rest.Jobs.Select(job => job.Id));
        Assert.False(rest.HasMore);
        Assert.Equal([jobs[1], jobs[2]], oldest.Jobs.Select(job => job.Id));
    }

    [Fact]
    public async Task Whoever_comes_back_to_a_watch_is_told_what_happened_since()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        await gateway.End(job);

        async Task<string[]> Since(int version)
        {
            var names = new List<string>();
            await foreach (var change in gateway.Jobs.Changes(job, version, CancellationToken.None))
            {
                if (change.Event is { } happened) names.Add($"{change.Version} {happened.GetType().Name}");
            }
            return [.. names];
        }

        var all = await Since(0);
        Assert.Equal(10, all.Length);
        Assert.Equal("1 JobSubmitted", all[0]);
        Assert.Equal("10 VideoComposed", all[^1]);
        Assert.Equal(all[4..], await Since(4));
        Assert.Empty(await Since(10));
    }

    [Fact]
    public async Task However_seldom_progress_is_told_what_happens_is_told_at_once()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());
        var job = (await gateway.Jobs.Submit(new NewJob("a", Request), CancellationToken.None)).JobId;
        var progress = 0;
        JobEvent? last = null;

        // Would never end if it waited: each scene reports how far it is.
        await foreach (var change in gateway.Jobs.Changes(job, 0, TimeSpan.FromDays(1), TestContext.Current.CancellationToken))
        {
            if (change.Event is null) progress++;
            else last = change.Event;
        }

        Assert.IsType<VideoComposed>(last);
        Assert.InRange(progress, 0, 10); // one between two events at most
    }

    [Fact]
    public async Task A_data_folder_of_the_first_version_is_taken_over_with_its_unfinished_job()
    {
        var jobId = Guid.CreateVersion7();
        await using (var connection = new SqliteConnection($"Data Source={_data.Folder.Database}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Store.GatewaySchema.Steps[0] + $$$"""
                INSERT INTO jobs VALUES ('{{{jobId.ToString().ToUpperInvariant()}}}', 'hash', 'Running', 0.1, NULL, 1800000000000, 1800000000000);
                INSERT INTO job_events VALUES ('{{{jobId.ToString().ToUpperInvariant()}}}', 1,
                    '{"event":{"type":"job_submitted","jobId":"{{{jobId}}}","request":{"prompt":"A topic","format":{"width":1920,"height":1080,"framesPerSecond":30}},"at":"2027-01-15T08:00:00+00:00"},"at":"2027-01-15T08:00:00+00:00"}');
                PRAGMA user_version = 1;
                """;
            await command.ExecuteNonQueryAsync();
        }
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages(), resumeUnfinished: true);

        Assert.Equal(JobStatus.Completed, (await gateway.End(jobId)).Status);
        Assert.Equal("A topic", (await gateway.Catalog.Find(jobId, CancellationToken.None))!.Request.Prompt);
    }
}
