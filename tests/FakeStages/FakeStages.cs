using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;

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
            bus.AddConsumer<FakeScriptConsumer>().Endpoint(e => e.Name = Queues.Script);
            bus.AddConsumer<FakeSpeechConsumer>().Endpoint(e => e.Name = Queues.Speech);
            bus.AddConsumer<FakeVideoConsumer>().Endpoint(e => e.Name = Queues.Video);
            bus.AddConsumer<FakeComposerConsumer>().Endpoint(e => e.Name = Queues.Composer);
            bus.AddConsumer<FakePreviewConsumer>().Endpoint(e => e.Name = Queues.Preview);
        });
    }

    public async Task Work(object command, CancellationToken cancellationToken)
    {
        await Before(command, cancellationToken);
        if (Remembers) Worked.Enqueue(command);
    }
}
