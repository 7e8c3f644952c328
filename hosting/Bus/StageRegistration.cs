using MassTransit;
using Microsoft.Extensions.DependencyInjection;
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
}
