using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;
using StageQueues = Reelsmith.Hosting.Bus.Queues;

namespace Reelsmith.Tests.FakeStages;

/// <summary>The four stages with no work in them: they answer at once with small artifacts, through the real stage runner and the real bus.</summary>
internal sealed class FakeStages
{
    /// <summary>The storyboard that the script stage writes.</summary>
    public Storyboard Storyboard { get; set; } = SampleStoryboard.Of(3);

    /// <summary>Writes a storyboard of its own for each request.</summary>
    public Func<VideoRequest, Storyboard>? StoryboardOf { get; set; }

    /// <summary>Called before a piece of work; may wait or throw.</summary>
    public Func<object, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The queues that are worked at; null: all.</summary>
    public IReadOnlyCollection<string>? Queues { get; set; }

    /// <summary>Commands of one stage that are worked on at once; null: many.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Whether <see cref="Worked"/> is kept.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>The commands that work was done for, in order. Work that was found stored is not here.</summary>
    public ConcurrentQueue<object> Worked { get; } = new();

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(new Precedence(TimeProvider.System, processors: int.MaxValue)); // tests hold any scene back as they like
        services.AddConsumers(bus =>
        {
            Add<FakeScriptConsumer>(bus, StageQueues.Script);
            Add<FakeSpeechConsumer>(bus, StageQueues.Speech);
            Add<FakeVideoConsumer>(bus, StageQueues.Video);
            Add<FakeComposerConsumer>(bus, StageQueues.Composer);
            Add<FakePreviewConsumer>(bus, StageQueues.Preview);
        });
    }

    public async Task Work(object command, CancellationToken cancellationToken)
    {
        await Before(command, cancellationToken);
        if (Remembers) Worked.Enqueue(command);
    }

    private void Add<T>(IBusRegistrationConfigurator bus, string queue) where T : class, IConsumer
    {
        if (Queues?.Contains(queue) == false) return;
        if (AtOnce is { } atOnce) bus.AddStage<T>(queue, atOnce);
        else bus.AddConsumer<T>().Endpoint(endpoint => endpoint.Name = queue);
    }
}
