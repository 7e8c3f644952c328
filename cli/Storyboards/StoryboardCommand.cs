using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.CommandLine;
using Reelsmith.Cli.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Cli.Storyboards;

/// <summary><c>reelsmith storyboard</c>: runs the script stage alone and prints what it wrote.</summary>
internal sealed class StoryboardCommand(ReelsmithApp app, bool verbose)
{
    public async Task<int> Run(FilmInput input, CancellationToken cancellationToken)
    {
        var request = await input.ToRequest(app, cancellationToken);
        var answer = new ScriptAnswer();
        using var host = ReelsmithHost.Build(app.Data, services =>
        {
            app.Stages(services);
            services.AddSingleton(answer);
            services.AddConsumers(bus => bus.AddConsumer<ScriptAnswerConsumer>().Endpoint(endpoint => endpoint.Temporary = true));
        }, verbose);
        await host.StartAsync(cancellationToken);
        var command = new WriteScript(Guid.NewGuid(), request);
        try
        {
            var script = await host.Services.GetRequiredService<IBus>().GetSendEndpoint(Queues.Address(Queues.Script));
            await script.Send(command, cancellationToken);
            var written = await answer.Wait(cancellationToken);
            await using var storyboard = File.OpenRead(host.Services.GetRequiredService<ArtifactStore>().PathOf(written));
            using var reader = new StreamReader(storyboard);
            app.Terminal.Out.WriteLine(await reader.ReadToEndAsync(cancellationToken));
            return ExitCode.Done;
        }
        finally
        {
            host.Services.GetRequiredService<RunningJobs>().Withdraw(command.JobId, command.Revision);
            await host.StopAsync(CancellationToken.None);
        }
    }
}
