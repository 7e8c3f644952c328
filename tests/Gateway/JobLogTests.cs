using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

/// <summary>The log on a real SQLite file.</summary>
public sealed class JobLogTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly GatewayStore _store;
    private readonly JobLog _log;
    private GatewayInstance? _instance;

    public JobLogTests() => (_store, _log) = Open();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_new_job_and_its_first_command_are_stored_together()
    {
        var job = await Start();

        await using var db = await _store.Open();
        Assert.Equal(JobStatus.Running, (await db.Jobs.SingleAsync()).Status);
        Assert.Equal(2, await db.Events.CountAsync());
        var command = Assert.IsType<WriteScript>(Message.FromRow(await db.Outbox.SingleAsync()));
        Assert.Equal(job.Request, command.Request);
    }

    [Fact]
    public async Task An_event_adds_only_the_commands_that_it_makes_outstanding()
    {
        var job = await Start();
        await Written(job, 3);
        await _log.Append(Narrated(job, 0), CancellationToken.None);
        await _log.Append(Narrated(job, 0), CancellationToken.None);
        await _log.Append(Narrated(job, 1), CancellationToken.None);

        Assert.Equal(["WriteScript", "NarrateScene 0", "NarrateScene 1", "NarrateScene 2", "RenderScene 0", "RenderScene 1"], await Outbox());
        await using var db = await _store.Open();
        Assert.Equal(Enumerable.Range(1, 5), await db.Events.Select(e => e.Version).OrderBy(v => v).ToArrayAsync());
        Assert.Equal("A sample", (await db.Jobs.SingleAsync()).Title);
    }

    [Fact]
    public async Task Two_processes_that_append_at_once_lose_nothing()
    {
        var job = await Start();
        await Written(job, 8);
        var (_, other) = Open();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => (n % 2 == 0 ? _log : other).Append(Narrated(job, n), CancellationToken.None))));

        await using var db = await _store.Open();
        Assert.Equal(Enumerable.Range(1, 11), await db.Events.Select(e => e.Version).OrderBy(v => v).ToArrayAsync());
        Assert.Equal(8, (await Outbox()).Count(name => name.StartsWith("RenderScene", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_does_not_fit_the_job_as_a_gateway_knows_it_is_held_against_the_log()
    {
        var ((_, one), (_, other)) = (Open(shared: true), Open(shared: true));
        var job = await Start(one);
        await Written(job, 1, one);
        await other.Append(new StoryboardEdited(job.Id, new ArtifactRef(new string('a', 64), "json", 2)) { Revision = 1 }, CancellationToken.None);

        // Neither has been told of what the other wrote.
        var started = await one.Append(new JobStarted(job.Id) { Revision = 1 }, CancellationToken.None);
        await other.Append(Logs.Failed().Event with { JobId = job.Id, Revision = 1 }, CancellationToken.None);
        await one.Append(job.Id, known => known.HasEnded ? new JobRetried(job.Id) { Revision = known.Revision + 1 } : throw ReelsmithException.Conflict("early", "It runs.", "Wait."), CancellationToken.None);

        Assert.Equal((JobStatus.Running, 1), (started!.Status, started.Revision));
        Assert.Equal((JobStatus.Queued, 2), ((await one.Read(job.Id, CancellationToken.None)).Job is { } now ? (now.Status, now.Revision) : default));
    }

    [Fact]
    public async Task Two_processes_may_make_the_store_at_once()
    {
        using var data = new TemporaryData();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = await new GatewayStore(new SqliteDatabase(data.Folder)).Open();
            Assert.Equal(0, await db.Jobs.CountAsync());
        })));
    }

    [Fact]
    public async Task The_end_of_a_job_empties_its_outbox_and_a_failure_stops_its_workers()
    {
        var job = await Start();
        await Written(job, 2);

        await _log.Append(Logs.Failed().Event with { JobId = job.Id }, CancellationToken.None);

        Assert.Equal(["WorkWithdrawn"], await Outbox());
        await using var db = await _store.Open();
        Assert.Equal(JobStatus.Failed, (await db.Jobs.SingleAsync()).Status);
    }

    [Fact]
    public async Task Resuming_puts_what_is_outstanding_into_the_outbox_once()
    {
        var job = await Start();
        await Written(job, 2);
        await _log.Append(Narrated(job, 0), CancellationToken.None);
        _instance!.Dispose();
        var (_, afterCrash) = Open();

        await afterCrash.TakeUp(job.Id, CancellationToken.None);
        await afterCrash.TakeUp(job.Id, CancellationToken.None);

        Assert.Equal(["RenderScene 0", "NarrateScene 1"], await Outbox());
    }

    [Fact]
    public async Task A_job_that_is_taken_up_is_counted_as_its_log_says()
    {
        await _log.Start(new JobSubmitted(Guid.NewGuid(), new VideoRequest { Prompt = "A topic" }, Logs.At), "hash", start: false, null);
        await using var db = await _store.Open();
        await db.Jobs.ExecuteUpdateAsync(row => row.SetProperty(job => job.Status, JobStatus.Running).SetProperty(job => job.Turn, (long?)null)); // as the first version left it
        _instance!.Dispose();
        var (_, next) = Open();

        await next.TakeUp((await db.Jobs.AsNoTracking().SingleAsync()).Id, CancellationToken.None);

        var row = await db.Jobs.AsNoTracking().SingleAsync();
        Assert.Equal(JobStatus.Queued, row.Status);
        Assert.NotNull(row.Turn);
    }

    [Fact]
    public async Task The_composer_finds_the_storyboard_with_every_length_filled_in()
    {
        var job = await Start();
        await Written(job, 2);
        foreach (var n in new[] { 0, 1 })
        {
            await _log.Append(Narrated(job, n), CancellationToken.None);
            await _log.Append(Logs.Rendered(n).Event with { JobId = job.Id }, CancellationToken.None);
        }

        await using var db = await _store.Open();
        var compose = Assert.IsType<ComposeVideo>(Message.FromRow(await db.Outbox.OrderByDescending(row => row.Id).FirstAsync()));
        var storyboard = await new LocalArtifactStore(_data.Folder).ReadJson<Storyboard>(compose.Storyboard, CancellationToken.None);
        Assert.Equal(compose.Scenes.Select(scene => scene.Frames / 30.0), storyboard.Scenes.Select(scene => scene.Seconds!.Value));
    }

    [Fact]
    public async Task An_event_of_an_unknown_job_changes_nothing()
    {
        await _log.Append(Logs.Narrated(0).Event, CancellationToken.None);

        await using var db = await _store.Open();
        Assert.Equal(0, await db.Events.CountAsync());
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk()
    {
        await using var db = await _store.Open();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        async Task<object?> Pragma(string name)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {name};";
            return await command.ExecuteScalarAsync();
        }

        Assert.Equal("wal", await Pragma("journal_mode"));
        Assert.Equal(2L, await Pragma("synchronous"));
    }

    [Fact]
    public async Task A_store_written_by_a_newer_version_is_left_alone()
    {
        using var data = new TemporaryData();
        await using (var connection = new SqliteConnection($"Data Source={data.Folder.Database}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99;";
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => new GatewayStore(new SqliteDatabase(data.Folder)).Open());

        Assert.Equal("data_folder_newer", refused.Failure.Code);
    }

    [Fact]
    public async Task A_damaged_store_says_so()
    {
        using var data = new TemporaryData();
        await File.WriteAllTextAsync(data.Folder.Database, new string('x', 5_000));

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => new GatewayStore(new SqliteDatabase(data.Folder)).Open());

        Assert.Equal("store_damaged", refused.Failure.Code);
    }

    private (GatewayStore, JobLog) Open(bool shared = false)
    {
        var store = new GatewayStore(new SqliteDatabase(_data.Folder));
        var admission = new Admission(new JobLimits());
        _instance = new GatewayInstance(_data.Folder, shared);
        return (store, new JobLog(store, new CommitQueue(store, TimeProvider.System), _instance, new WaitingLine(store, _instance, TimeProvider.System), new LocalArtifactStore(_data.Folder), new OutboxSignal(),
            new ProgressBoards(TimeProvider.System), admission, new Reelsmith.Hosting.Stages.RunningJobs(), new Reelsmith.Gateway.Webhooks.WebhookSignal(), TimeProvider.System, NullLogger<JobLog>.Instance));
    }

    private async Task<Job> Start(JobLog? log = null)
    {
        log ??= _log;
        var jobId = (await log.Start(new JobSubmitted(Guid.NewGuid(), new VideoRequest { Prompt = "A topic" }, Logs.At), "hash", start: true, null)).JobId;
        return (await log.Read(jobId, CancellationToken.None)).Job!;
    }

    private async Task Written(Job job, int scenes, JobLog? log = null)
    {
        var storyboard = await new LocalArtifactStore(_data.Folder).AddJson(SampleStoryboard.Of(scenes), CancellationToken.None);
        await (log ?? _log).Append(new ScriptWritten(job.Id, storyboard, Logs.Cost), CancellationToken.None);
    }

    private static JobEvent Narrated(Job job, int scene) => Logs.Narrated(scene).Event with { JobId = job.Id };

    private async Task<string[]> Outbox()
    {
        await using var db = await _store.Open();
        return (await db.Outbox.OrderBy(row => row.Id).ToListAsync()).Select(Message.FromRow).Names();
    }
}
