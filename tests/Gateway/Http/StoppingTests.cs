using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Requests;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Http;

/// <summary>A server that is stopped in the middle of things.</summary>
public sealed class StoppingTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<Type> Commands => [typeof(WriteScript), typeof(NarrateScene), typeof(RenderScene), typeof(ComposeVideo)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Stages_let_go_and_the_next_start_goes_on(Type command)
    {
        var stages = new FakeStages();
        var (begun, letGo) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        stages.Before = async (work, ct) =>
        {
            if (work.GetType() != command) return;
            begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                letGo.TrySetResult();
            }
        };
        Guid jobId;
        await using (var stopped = await GatewayHttp.Start(_data, stages: stages))
        {
            jobId = (await stopped.Services.GetRequiredService<JobCoordinator>().Submit(Request, CancellationToken.None)).JobId;
            await begun.Task;

            await stopped.Stop();

            Assert.True(letGo.Task.IsCompleted);
        }
        await using var next = await GatewayHttp.Start(_data);

        JobStatus? end = null;
        await foreach (var snapshot in next.Services.GetRequiredService<JobCoordinator>().Watch(jobId, CancellationToken.None)) end = snapshot.Status;
        Assert.Equal(JobStatus.Completed, end);
    }

    [Fact]
    public async Task Answers_that_go_on_end_when_the_server_stops()
    {
        await using var gateway = await GatewayHttp.Start(_data, map: app => app.MapGet("/events", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("first\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.WhileWanted());
        }));
        await using var events = await gateway.Client.GetStreamAsync("/events");
        using var reader = new StreamReader(events);
        Assert.Equal("first", await reader.ReadLineAsync());

        await gateway.Stop();

        await Assert.ThrowsAnyAsync<Exception>(async () => Assert.NotNull(await reader.ReadLineAsync()));
    }

    [Fact]
    public async Task An_answer_that_nothing_ends_is_cut_off_after_a_moment()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gateway = await GatewayHttp.Start(_data, services: s => s.AddSingleton<TimeProvider>(time), map: app => app.MapGet("/slow", async (HttpContext context) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }));
        var answer = gateway.Client.GetAsync("/slow");
        await begun.Task;

        var stop = gateway.Stop();
        time.Advance(TimeSpan.FromSeconds(5));

        await stop;
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }
}
