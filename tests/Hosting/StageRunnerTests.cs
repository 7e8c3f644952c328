using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Tests;

/// <summary>A command through the runner, on the real bus.</summary>
public sealed class StageRunnerTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Work_is_done_once_and_told_twice()
    {
        var stage = new Stage { Work = _ => "done" };

        var events = await Run(stage, commands: 2);

        Assert.Equal(1, stage.Attempts);
        Assert.Equal([false, true], events.Cast<ScriptWritten>().Select(written => written.Cost.Cached).Order());
    }

    [Fact]
    public async Task What_may_succeed_is_tried_again()
    {
        var stage = new Stage();
        stage.Work = _ => stage.Attempts < 3 ? throw ReelsmithException.Transient("encoder_killed", "It was killed.", "Try again.") : "done";

        Assert.IsType<ScriptWritten>(Assert.Single(await Run(stage)));
        Assert.Equal(3, stage.Attempts);
    }

    [Fact]
    public async Task What_never_succeeds_fails_after_three_attempts()
    {
        var stage = new Stage { Work = _ => throw ReelsmithException.Transient("encoder_killed", "It was killed.", "Try again.") };

        var failed = Assert.IsType<StageFailed>(Assert.Single(await Run(stage)));

        Assert.Equal(("encoder_killed", "script", "test 1", 3), (failed.Failure.Code, failed.Failure.Stage, failed.Failure.Engine, stage.Attempts));
    }

    [Fact]
    public async Task What_cannot_succeed_fails_at_once()
    {
        var stage = new Stage { Work = _ => throw ReelsmithException.InvalidInput("topic_unknown", "Unknown.", "Give a text.") };

        Assert.Equal("topic_unknown", Assert.IsType<StageFailed>(Assert.Single(await Run(stage))).Failure.Code);
        Assert.Equal(1, stage.Attempts);
    }

    [Fact]
    public async Task A_full_disk_has_its_own_code()
    {
        var stage = new Stage { Work = _ => throw new IOException("No space left on device") };

        Assert.Equal("disk_full", Assert.IsType<StageFailed>(Assert.Single(await Run(stage))).Failure.Code);
    }

    [Fact]
    public async Task Anything_else_is_a_fault_of_ours()
    {
        var stage = new Stage { Work = _ => throw new InvalidOperationException("Oops.") };

        var failure = Assert.IsType<StageFailed>(Assert.Single(await Run(stage))).Failure;

        Assert.Equal((FailureKind.Internal, "internal"), (failure.Kind, failure.Code));
        Assert.Contains("Oops.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_job_does_no_work_and_tells_nothing()
    {
        var stage = new Stage { Work = _ => "done" };
        using var host = Build(stage);
        await host.StartAsync();
        var jobId = Guid.NewGuid();
        host.Services.GetRequiredService<RunningJobs>().Withdraw(jobId, 0);
        var bus = host.Services.GetRequiredService<IBus>();

        var endpoint = await bus.GetSendEndpoint(Queues.Address(Queues.Script));
        await endpoint.Send(new WriteScript(jobId, new VideoRequest { Prompt = "cancelled" }));
        await endpoint.Send(new WriteScript(Guid.NewGuid(), new VideoRequest { Prompt = "not cancelled" }));
        await stage.Told.Task;
        await host.StopAsync();

        Assert.Equal(1, stage.Attempts);
        Assert.NotEqual(jobId, Assert.Single(stage.Events).JobId);
    }

    private async Task<IReadOnlyList<JobEvent>> Run(Stage stage, int commands = 1)
    {
        stage.Expected = commands;
        using var host = Build(stage);
        await host.StartAsync();
        var endpoint = await host.Services.GetRequiredService<IBus>().GetSendEndpoint(Queues.Address(Queues.Script));
        for (var n = 0; n < commands; n++) await endpoint.Send(new WriteScript(Guid.NewGuid(), new VideoRequest { Prompt = "A topic" }));
        await stage.Told.Task;
        await host.StopAsync();
        return [.. stage.Events];
    }

    private IHost Build(Stage stage)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(stage);
        builder.Services.AddConsumers(bus =>
        {
            bus.AddConsumer<StageConsumer>().Endpoint(e => e.Name = Queues.Script);
            bus.AddConsumer<Listener>().Endpoint(e => e.Temporary = true);
        });
        builder.Services.AddReelsmith(_data.Folder);
        return builder.Build();
    }

    internal sealed class Stage
    {
        private readonly Lock _lock = new();

        public int Attempts;

        public Func<WriteScript, string> Work { get; set; } = _ => "";

        public int Expected { get; set; } = 1;

        public List<JobEvent> Events { get; } = [];

        public TaskCompletionSource Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Tell(JobEvent happened)
        {
            lock (_lock)
            {
                Events.Add(happened);
                if (Events.Count == Expected) Told.TrySetResult();
            }
            return Task.CompletedTask;
        }
    }

    internal sealed class StageConsumer(StageRunner runner, Stage stage) : IConsumer<WriteScript>
    {
        public Task Consume(ConsumeContext<WriteScript> context) => runner.Run<string>(context, context.Message, "script", null, "test 1", context.Message.Request, _ => [],
            (_, _) =>
            {
                Interlocked.Increment(ref stage.Attempts);
                return Task.FromResult(stage.Work(context.Message));
            },
            (_, cost) => new ScriptWritten(context.Message.JobId, new ArtifactRef(new string('a', 64), "json", 1), cost));
    }

    internal sealed class Listener(Stage stage) : IConsumer<ScriptWritten>, IConsumer<StageFailed>
    {
        public Task Consume(ConsumeContext<ScriptWritten> context) => stage.Tell(context.Message);

        public Task Consume(ConsumeContext<StageFailed> context) => stage.Tell(context.Message);
    }
}
