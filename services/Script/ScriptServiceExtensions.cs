using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;
using Reelsmith.Script.Storyboards;

namespace Reelsmith.Script;

public static class ScriptServiceExtensions
{
    /// <summary>The stage that writes storyboards.</summary>
    public static IServiceCollection AddScriptService(this IServiceCollection services) => services
        .AddSingleton<StoryboardWriter>()
        .AddEngineCheck<OutlineWriterCheck>(Queues.Script)
        .AddConsumers(bus => bus.AddStage<WriteScriptConsumer>(Queues.Script, atOnce: 4));
}
