using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Tests;

public sealed class PrecedenceTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Other_work_waits_until_nothing_goes_before_it_and_a_moment_longer()
    {
        var time = new FakeTimeProvider();
        var precedence = new Precedence(time, processors: 2);
        Assert.True(precedence.GiveWay(default).IsCompleted);
        var first = precedence.Take();
        var second = precedence.Take();
        var waiting = precedence.GiveWay(default);

        first.Dispose();
        first.Dispose();
        time.Advance(Precedence.Lull);
        Assert.False(waiting.IsCompleted);
        second.Dispose();
        Assert.False(waiting.IsCompleted);
        time.Advance(Precedence.Lull);

        await waiting;
        Assert.True(precedence.GiveWay(default).IsCompleted);
    }

    [Fact]
    public void Where_there_are_processors_for_both_nothing_waits()
    {
        var precedence = new Precedence(TimeProvider.System, processors: 4);
        using var turn = precedence.Take();

        Assert.True(precedence.GiveWay(default).IsCompleted);
    }

    [Fact]
    public async Task What_hangs_does_not_go_before_the_rest_for_ever()
    {
        var time = new FakeTimeProvider();
        var precedence = new Precedence(time, processors: 2);
        using var hanging = precedence.Take();
        var waiting = precedence.GiveWay(default);

        time.Advance(Precedence.Longest);

        await waiting;
    }

    [Fact]
    public async Task Whoever_waits_can_be_cancelled()
    {
        var precedence = new Precedence(TimeProvider.System, processors: 2);
        using var turn = precedence.Take();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StageWork(_ => { }, precedence).GiveWay(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task The_first_scene_goes_before_the_others()
    {
        var precedence = new Precedence(TimeProvider.System, processors: 2);
        var worked = new ConcurrentQueue<(int Scene, bool OthersWait)>();
        using var host = Build(precedence, work => worked.Enqueue(work));
        await host.StartAsync();
        var bus = host.Services.GetRequiredService<IBus>();

        var turn = precedence.Take();
        var later = bus.Ask<NarrateScene, SceneNarrated>("speech", Queues.Speech, new NarrateScene(Guid.NewGuid(), 1, "Second.", "en", null), TimeSpan.FromMinutes(1), default);
        await bus.Ask<NarrateScene, SceneNarrated>("speech", Queues.Speech, new NarrateScene(Guid.NewGuid(), 0, "First.", "en", null), TimeSpan.FromMinutes(1), default);
        turn.Dispose();
        await later;
        await host.StopAsync();

        Assert.Equal([(0, true), (1, false)], worked);
    }

    private IHost Build(Precedence precedence, Action<(int, bool)> work)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(precedence).AddSingleton(work);
        builder.Services.AddConsumers(bus => bus.AddConsumer<Stage>().Endpoint(e => e.Name = Queues.Speech));
        builder.Services.AddReelsmith(_data.Folder);
        return builder.Build();
    }

    internal sealed class Stage(StageRunner runner, Precedence precedence, Action<(int Scene, bool OthersWait)> worked) : IConsumer<NarrateScene>
    {
        public Task Consume(ConsumeContext<NarrateScene> context)
        {
            var command = context.Message;
            return runner.Run<NarrationAudio>(context, command, "speech", command.Scene, "test 1", command.Narration, _ => [],
                (_, _) =>
                {
                    worked((command.Scene, !precedence.GiveWay(default).IsCompleted));
                    return Task.FromResult(new NarrationAudio(new ArtifactRef("a", "wav", 1), new ArtifactRef("b", "json", 1), 1, "test"));
                },
                (narration, cost) => new SceneNarrated(command.JobId, command.Scene, narration, cost));
        }
    }
}
