using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Listening;
using Reelsmith.Hosting.Workers;
using Reelsmith.NoOpServer;
using Reelsmith.NoOpServer.Deaths;

// The real web server, bus, store and stage runner; only the work of the stages is left out.
var settings = NoOpSettings.Of(args);
var stages = new NoOpStages(settings);
var death = new Death(settings.DieAt);
await using var server = settings.Role == NoOpRole.Worker
    ? WorkerHost.Build(args, DataFolder.FromEnvironment(), AddStages, Directory.GetCurrentDirectory())
    : GatewayServer.Build(args, DataFolder.FromEnvironment(), AddGateway, Directory.GetCurrentDirectory());
stages.Bus = server.Services.GetRequiredService<IBus>();
await server.Open(CancellationToken.None);
await Console.Out.WriteLineAsync(server.Urls.First());
await server.WaitForShutdownAsync();

void AddStages(IServiceCollection services)
{
    stages.Stages().Register(services);
    if (settings.AcksFirst) services.AddConsumers(bus => bus.AddConfigureEndpointsCallback((context, queue, endpoint) =>
    {
        if (Queues.OfCommands.Contains(queue)) endpoint.UseConsumeFilter(typeof(AcksFirst<>), context);
    }));
    if (settings.DieAt is not null) services.AddDeaths(death);
}

void AddGateway(IServiceCollection services)
{
    if (settings.Role == NoOpRole.All) AddStages(services);
    else if (settings.DieAt is not null) services.AddDeaths(death);
    if (settings.SplitCommits) services.AddSingleton<CommitQueue, SplitCommits>();
    else if (settings.DieAt is not null) services.AddSingleton<CommitQueue, MortalCommits>();
}
