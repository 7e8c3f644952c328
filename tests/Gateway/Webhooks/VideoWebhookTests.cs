using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Webhooks;

/// <summary>From the end of a job to its receiver.</summary>
public sealed class VideoWebhookTests : IAsyncLifetime
{
    private readonly TemporaryData _data = new();
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.Start(200);

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_film_is_told_of_and_so_is_its_next_edition()
    {
        await using var gateway = await Start(new FakeStages());
        var job = await Submit(gateway);
        var first = await Told("video.completed", job);

        await gateway.Jobs.Edit(job, SampleStoryboard.Of(2), null, CancellationToken.None);
        Assert.NotEqual(first, await Told("video.completed", job));
        Assert.Equal(2, _receiver.Count);
    }

    [Fact]
    public async Task A_failure_is_told_of_and_so_is_the_film_of_a_second_try()
    {
        var fails = true;
        await using var gateway = await Start(new FakeStages
        {
            Before = (work, _) => work is RenderScene && fails ? throw ReelsmithException.InvalidInput("picture_unknown", "There is no such picture.", "Use another.") : Task.CompletedTask,
        });
        var job = await Submit(gateway);
        await Told("video.failed", job);
        fails = false;
        await gateway.Jobs.Retry(job, CancellationToken.None);
        await Told("video.completed", job);
    }

    [Fact]
    public async Task A_cancelled_video_has_failed_whether_it_ran_or_waited()
    {
        var works = new TaskCompletionSource();
        await using var gateway = await Start(new FakeStages
        {
            Before = async (_, ct) =>
            {
                works.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            },
        }, new JobLimits { Running = 1 });
        var (running, waiting) = (await Submit(gateway, "One"), await Submit(gateway, "Two"));
        await works.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(await gateway.Jobs.Cancel(waiting, CancellationToken.None));
        await Told("video.failed", waiting);
        Assert.True(await gateway.Jobs.Cancel(running, CancellationToken.None));
        await Told("video.failed", running);
    }

    [Fact]
    public async Task Also_the_end_of_a_video_that_is_deleted_is_told()
    {
        await using var gateway = await Start(new FakeStages { Before = (_, ct) => Task.Delay(Timeout.Infinite, ct) });
        var job = await Submit(gateway);
        await gateway.Jobs.Delete(job, CancellationToken.None);
        await Told("video.failed", job);
    }

    [Fact]
    public async Task What_a_process_did_not_live_to_tell_the_next_one_tells()
    {
        Guid job;
        await using (var deaf = await GatewayProcess.Start(_data.Folder, new FakeStages()))
        {
            job = await Submit(deaf);
            await deaf.End(job);
        }
        Assert.Equal(0, _receiver.Count);
        await using var gateway = await Start(new FakeStages());
        await Told("video.completed", job);
    }

    private Task<GatewayProcess> Start(FakeStages stages, JobLimits? limits = null) => GatewayProcess.Start(_data.Folder, stages, limits: limits,
        more: services => services.AddWebhooks().AddSingleton(new PublicAddressesOnly(allowPrivate: true)));

    private async Task<Guid> Submit(GatewayProcess gateway, string prompt = "Why do volcanoes erupt?") =>
        (await gateway.Jobs.Submit(new NewJob("alice", new VideoRequest { Prompt = prompt }) { Webhook = new Webhook(_receiver.Url.ToString(), null) }, CancellationToken.None)).JobId;

    /// <returns>The event's id.</returns>
    private async Task<string> Told(string type, Guid job)
    {
        var request = await _receiver.Next();
        var told = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal((type, $"video_{job:N}", request.Id), (told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("id").GetString(), told.GetProperty("id").GetString()));
        return request.Id;
    }
}
