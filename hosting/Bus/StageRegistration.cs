using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Bus;

/// <summary>Connects what does a stage's work to its queue.</summary>
public static class StageRegistration
{
    /// <param name="queue">One of <see cref="Queues"/>.</param>
    /// <param name="atOnce">How many commands a process is given at once: no more, because what one holds another cannot take.</param>
    public static void AddStage<TConsumer>(this IBusRegistrationConfigurator bus, string queue, int atOnce) where TConsumer : class, IConsumer
    {
        bus.AddSingleton(_ => new StageRoom(queue, atOnce));
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = queue;
            endpoint.PrefetchCount = atOnce;
            endpoint.ConcurrentMessageLimit = atOnce;
        });
    }

    /// <summary>Has a stage's consumer take commands for an engine too, that only some workers have: while this process has it.</summary>
    /// <typeparam name="TConsumer">The stage's.</typeparam>
    /// <typeparam name="TCheck">Says whether it does.</typeparam>
    /// <param name="stage">One of <see cref="Queues.OfStages"/>.</param>
    /// <param name="engine">As its check names it; one that has a queue in <see cref="Queues.OfEngines"/>.</param>
    /// <param name="atOnce">How many commands for it a process is given at once.</param>
    public static void AddEngineQueue<TConsumer, TCheck>(this IBusRegistrationConfigurator bus, string stage, string engine, int atOnce)
        where TConsumer : class, IConsumer
        where TCheck : class, IEngineCheck => bus.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<EngineEndpoint<TConsumer>>(provider, stage, engine, atOnce, provider.GetRequiredService<TCheck>()));
}
