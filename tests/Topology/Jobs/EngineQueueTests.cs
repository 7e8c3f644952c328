using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>Two speech workers, one of which lacks Festival.</summary>
public sealed class EngineQueueTests
{
    private static readonly string Festival = Queues.OfEngine(Queues.Speech, "festival");

    [Fact]
    public async Task A_worker_passes_on_what_only_another_has_the_engine_for()
    {
        await using var cluster = await Cluster.Start();
        var bus = (await cluster.Gateway()).GetRequiredService<IBus>();
        await using var plain = cluster.Speech("espeak-ng");

        Assert.Equal("espeak-en-us", await Narrate(bus, "Nobody has the other engine.", null));
        Assert.False(await IsReady(bus, "en-us-slt"));

        await using var other = cluster.Speech("espeak-ng", "festival");
        await Served(cluster, workers: 1);

        var spoken = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Narrate(bus, $"Every scene is told by one voice, {n}.", n % 2 == 0 ? null : "en-us-slt")));
        Assert.Equal(["en-us-slt"], spoken.Distinct());
        Assert.Equal("espeak-de", await Narrate(bus, "Wer es kann, tut es.", "espeak-de"));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            Assert.True(await IsReady(bus, "en-us-slt"));
            Assert.True((await bus.Ask<DescribeEngines, EnginesDescribed>(Queues.Speech, Queues.Engines(Queues.Speech), new DescribeEngines(Queues.Speech), TimeSpan.FromMinutes(1), CancellationToken.None))
                .Engines.Single(engine => engine.Engine == "festival").Ready);
        }

        await other.Stop();
        await Served(cluster, workers: 0);
        Assert.Equal("espeak-en-us", await Narrate(bus, "It is gone again.", null));
    }

    // Workers remember for five seconds what they have seen.
    private static async Task Served(Cluster cluster, int workers)
    {
        var broker = (await cluster.Gateway()).GetRequiredService<Broker>();
        while ((await broker.Stages(TestContext.Current.CancellationToken)).Single(queue => queue.Queue == Festival).Workers != workers) await Task.Delay(100, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
    }

    /// <returns>The voice that spoke.</returns>
    private static async Task<string> Narrate(IBus bus, string text, string? voice) =>
        (await bus.Ask<NarrateScene, SceneNarrated>(Queues.Speech, Queues.Speech, new NarrateScene(Guid.NewGuid(), 0, text, voice == "espeak-de" ? "de" : "en", voice), TimeSpan.FromMinutes(1), CancellationToken.None)).Narration.Voice;

    private static async Task<bool> IsReady(IBus bus, string voice) =>
        (await bus.Ask<ListVoices, VoicesListed>(Queues.Speech, Queues.Voices, new ListVoices(null), TimeSpan.FromMinutes(1), CancellationToken.None)).Voices.Single(listed => listed.Id == voice).Ready;
}
