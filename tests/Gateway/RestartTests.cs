using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

/// <summary>A process dies somewhere in a job, and another takes it up.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<string> Commands => ["WriteScript", "NarrateScene 0", "NarrateScene 2", "RenderScene 0", "RenderScene 1", "RenderScene 2", "ComposeVideo"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_same_request_goes_on_and_does_nothing_twice(string diesAt)
    {
        var first = new FakeStages();
        var reached = Hold(first, diesAt);
        Guid jobId;
        await using (var dying = await GatewayProcess.Start(_data.Folder, first))
        {
            jobId = (await dying.Jobs.Submit(Request, CancellationToken.None)).JobId;
            await reached;
            dying.Jobs.Abandon(jobId);
        }
        var dead = await Read(jobId);
        var second = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, second);

        var submission = await gateway.Jobs.Submit(Request, CancellationToken.None);
        var seen = new List<JobSnapshot>();
        await foreach (var snapshot in gateway.Jobs.Watch(submission.JobId, CancellationToken.None)) seen.Add(snapshot);
        var job = seen[^1];

        Assert.Equal(new Submission(jobId, Resumed: true), submission);
        Assert.Null(job.Failure);
        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(8, first.Worked.Concat(second.Worked).Names().Distinct().Count());
        Assert.Empty(second.Worked.Names().Intersect(DoneIn(dead)));
        Assert.Equal(second.Worked.OfType<RenderScene>().Select(r => r.Scene).Order(), job.Scenes.Where(s => s.RenderCost is { Cached: false }).Select(s => s.Scene));
    }

    [Fact]
    public async Task Another_request_leaves_the_unfinished_job_alone()
    {
        await LeaveUnfinished();
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);

        await gateway.Make(new VideoRequest { Prompt = "Something else" });

        Assert.Equal("Something else", Assert.Single(stages.Worked.OfType<WriteScript>()).Request.Prompt);
    }

    [Fact]
    public async Task A_gateway_that_resumes_at_start_finishes_what_was_left()
    {
        var jobId = await LeaveUnfinished();
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages(), resumeUnfinished: true);

        Assert.Equal(JobStatus.Completed, (await gateway.End(jobId)).Status);
    }

    [Fact]
    public async Task Two_processes_with_one_request_each_make_it()
    {
        var held = new FakeStages();
        var reached = Hold(held, "NarrateScene 0", out var release);
        await using var one = await GatewayProcess.Start(_data.Folder, held);
        var first = await one.Jobs.Submit(Request, CancellationToken.None);
        await reached;
        await using var two = await GatewayProcess.Start(_data.Folder, new FakeStages());

        var second = await two.Jobs.Submit(Request, CancellationToken.None);
        Assert.NotEqual(first.JobId, second.JobId);
        Assert.Equal(JobStatus.Completed, (await two.End(second.JobId)).Status);
        release.SetResult();
        Assert.Equal(JobStatus.Completed, (await one.End(first.JobId)).Status);
    }

    [Fact]
    public async Task One_process_with_the_same_request_twice_makes_it_once()
    {
        var held = new FakeStages();
        var reached = Hold(held, "NarrateScene 0", out var release);
        await using var gateway = await GatewayProcess.Start(_data.Folder, held);
        var first = await gateway.Jobs.Submit(Request, CancellationToken.None);
        await reached;

        var second = await gateway.Jobs.Submit(Request, CancellationToken.None);
        release.SetResult();

        Assert.Equal(first.JobId, second.JobId);
        Assert.Equal(JobStatus.Completed, (await gateway.End(first.JobId)).Status);
        Assert.Equal(8, held.Worked.Count);
    }

    private static IEnumerable<string> DoneIn(Job job) => job.Narrated.Keys.Select(n => $"NarrateScene {n}").Concat(job.Rendered.Keys.Select(n => $"RenderScene {n}"))
        .Concat(job.Script is null ? [] : ["WriteScript"]);

    private async Task<Job> Read(Guid jobId)
    {
        await using var db = await new GatewayStore(new SqliteDatabase(_data.Folder)).Open();
        var rows = await db.Events.Where(row => row.JobId == jobId).OrderBy(row => row.Version).ToListAsync();
        var entries = rows.Select(row => JsonSerializer.Deserialize<JobLogEntry>(row.Entry, ContractsJson.Compact)!).ToArray();
        return Job.From((JobSubmitted)entries[0].Event).Fold(entries[1..]);
    }

    private async Task<Guid> LeaveUnfinished()
    {
        var stages = new FakeStages();
        var reached = Hold(stages, "RenderScene 1");
        await using var dying = await GatewayProcess.Start(_data.Folder, stages);
        var jobId = (await dying.Jobs.Submit(Request, CancellationToken.None)).JobId;
        await reached;
        dying.Jobs.Abandon(jobId);
        return jobId;
    }

    // The work of one command never ends by itself; the task tells when it has begun.
    private static Task Hold(FakeStages stages, string command) => Hold(stages, command, out _);

    private static Task Hold(FakeStages stages, string command, out TaskCompletionSource release)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var freed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stages.Before = async (work, ct) =>
        {
            if (new[] { work }.Names()[0] != command) return;
            reached.TrySetResult();
            await freed.Task.WaitAsync(ct);
        };
        release = freed;
        return reached.Task;
    }
}
