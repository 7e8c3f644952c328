using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting.Listening;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;
using Reelsmith.NoOpServer;

// The real web server, bus, store and stage runner; only the work of the stages is left out.
var settings = NoOpSettings.Of(args);
var stages = new NoOpStages(settings);
await using var server = GatewayServer.Build(args, DataFolder.FromEnvironment(), services =>
{
    stages.Stages().Register(services);
    if (settings.SplitCommits) services.AddSingleton<CommitQueue, SplitCommits>();
}, Directory.GetCurrentDirectory());
stages.Bus = server.Services.GetRequiredService<IBus>();
await server.Open(CancellationToken.None);
await Console.Out.WriteLineAsync(server.Urls.First());
await server.WaitForShutdownAsync();
