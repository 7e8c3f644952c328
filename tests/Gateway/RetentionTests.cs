using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Retention;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class RetentionTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private static readonly TimeSpan Hours = TimeSpan.FromHours(2);
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_a_job_refers_to_stays_as_long_as_the_job()
    {
        await using var gateway = await Start();
        var (job, files) = await Make(gateway, Request);
        _time.Advance(TimeSpan.FromDays(29));

        for (var sweep = 0; sweep < 3; sweep++)
        {
            await Sweep(gateway);
            _time.Advance(Hours);
        }

        Assert.NotNull(await gateway.Catalog.Find(job, CancellationToken.None));
        Assert.True(Artifacts(gateway).Contains(files.Video));
        Assert.Empty(Directory.EnumerateFiles(_data.Folder.Results, "*", SearchOption.AllDirectories)); // a cache, of no use for a week
    }

    [Fact]
    public async Task An_expired_job_goes_with_everything_that_nothing_else_refers_to()
    {
        await using var gateway = await Start();
        var (old, files) = await Make(gateway, Request);
        _time.Advance(TimeSpan.FromDays(20));
        var (young, shared) = await Make(gateway, Request with { Storyboard = files.Storyboard, Prompt = null });
        _time.Advance(TimeSpan.FromDays(11));

        await Sweep(gateway);
        _time.Advance(Hours);
        await Sweep(gateway);

        Assert.Null(await gateway.Catalog.Find(old, CancellationToken.None));
        Assert.NotNull(await gateway.Catalog.Find(young, CancellationToken.None));
        Assert.True(Artifacts(gateway).Contains(shared.Video));
        Assert.True(Artifacts(gateway).Contains(files.Storyboard)); // the young job's request names it
        _time.Advance(TimeSpan.FromDays(30));
        await Sweep(gateway);
        _time.Advance(Hours);
        await Sweep(gateway);
        Assert.Empty(Directory.EnumerateFiles(_data.Folder.Artifacts, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(_data.Folder.Discarded));
    }

    [Fact]
    public async Task What_is_asked_for_before_it_is_deleted_is_taken_back()
    {
        await using var gateway = await Start();
        var artifact = await Artifacts(gateway).AddBytes(new byte[] { 1, 2, 3 }, "bin", CancellationToken.None);
        _time.Advance(Hours);
        await Sweep(gateway);
        Assert.Single(Directory.EnumerateFiles(_data.Folder.Discarded));

        Assert.True(Artifacts(gateway).Contains(artifact));

        _time.Advance(TimeSpan.FromMinutes(10));
        await Sweep(gateway);
        Assert.True(File.Exists(Artifacts(gateway).PathOf(artifact)));
    }

    [Fact]
    public async Task A_new_file_is_left_alone_until_something_can_refer_to_it()
    {
        await using var gateway = await Start();
        var artifact = await Artifacts(gateway).AddBytes(new byte[] { 1, 2, 3 }, "bin", CancellationToken.None);

        await Sweep(gateway);

        Assert.Empty(Directory.EnumerateFiles(_data.Folder.Discarded));
        Assert.True(Artifacts(gateway).Contains(artifact));
    }

    [Fact]
    public async Task Jobs_go_on_while_everything_is_swept_again_and_again()
    {
        await using var gateway = await Start();
        using var stop = new CancellationTokenSource();
        var sweeping = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                _time.Advance(TimeSpan.FromMinutes(1)); // a piece of work takes less than the hour of grace
                await Sweep(gateway);
            }
        });

        for (var n = 0; n < 20; n++)
        {
            var submission = await gateway.Jobs.Submit(new NewJob("a", Request with { Seed = n % 4 }) { IdempotencyKey = $"{n}" }, CancellationToken.None);
            Assert.Equal(JobStatus.Completed, (await gateway.End(submission.JobId)).Status);
        }
        await stop.CancelAsync();
        await sweeping;
    }

    private async Task<GatewayProcess> Start() => await GatewayProcess.Start(_data.Folder, new FakeStages(), time: _time);

    private static async Task<(Guid Job, VideoFiles Files)> Make(GatewayProcess gateway, VideoRequest request)
    {
        var job = (await gateway.Jobs.Submit(new NewJob("a", request), CancellationToken.None)).JobId;
        return (job, (await gateway.End(job)).Files!);
    }

    private static Task Sweep(GatewayProcess gateway) => gateway.Services.GetRequiredService<RetentionSweep>().Run(CancellationToken.None);

    private static LocalArtifactStore Artifacts(GatewayProcess gateway) => (LocalArtifactStore)gateway.Services.GetRequiredService<IArtifactStore>();
}
