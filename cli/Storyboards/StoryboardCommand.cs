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
    // A language model on a small machine may think for long, and the person can always interrupt it.
    private static readonly RequestTimeout LongestWait = RequestTimeout.After(h: 24);

    public async Task<int> Run(FilmInput input, CancellationToken cancellationToken)
    {
        var request = await input.ToRequest(app, cancellationToken);
        using var host = ReelsmithHost.Build(app.Data, app.Stages, verbose);
        await host.StartAsync(cancellationToken);
        var command = new WriteScript(Guid.NewGuid(), request);
        try
        {
            var script = host.Services.GetRequiredService<IBus>().CreateRequestClient<WriteScript>(Queues.Address(Queues.Script), LongestWait);
            var answer = await script.GetResponse<ScriptWritten, StageFailed>(command, cancellationToken);
            if (answer.Is(out Response<StageFailed>? failed)) throw new ReelsmithException(failed.Message.Failure);
            var written = ((ScriptWritten)answer.Message).Storyboard;
            app.Terminal.Out.WriteLine(await File.ReadAllTextAsync(await host.Services.GetRequiredService<IArtifactStore>().PathOf(written, cancellationToken), cancellationToken));
            return ExitCode.Done;
        }
        finally
        {
            host.Services.GetRequiredService<RunningJobs>().Withdraw(command.JobId, command.Revision);
            await host.StopAsync(CancellationToken.None);
        }
    }
}
