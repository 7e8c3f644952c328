using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.CommandLine;
using Reelsmith.Cli.Hosting;
using Reelsmith.Cli.Output;
using Reelsmith.Cli.Reporting;
using Reelsmith.Contracts;
using Reelsmith.Gateway;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Cli.Making;

/// <summary><c>reelsmith make</c>: from the request to the files in their folder.</summary>
internal sealed class MakeCommand(ReelsmithApp app, bool json, bool verbose)
{
    public async Task<int> Run(FilmInput input, string? outputFolder, CancellationToken cancellationToken)
    {
        var request = await input.ToRequest(app, cancellationToken);
        var output = OutputFolder.Prepare(outputFolder, app.WorkingFolder);
        try
        {
            using var host = ReelsmithHost.Build(app.Data, services =>
            {
                services.AddGatewayService();
                app.Stages(services);
            }, verbose);
            await host.StartAsync(cancellationToken);
            try
            {
                var film = await Make(host.Services.GetRequiredService<JobCoordinator>(), request, cancellationToken);
                if (film.Failure is { } failure) throw new ReelsmithException(failure);
                var folder = output.For(film.Title!, film.Files!);
                await FilmFolder.Write(folder, film.Files!, host.Services.GetRequiredService<IArtifactStore>(), cancellationToken);
                CompletedReport.Write(app.Terminal, json, film, folder);
                return ExitCode.Done;
            }
            finally
            {
                // Waits until the stages have let go: when this returns, no child process is left.
                await host.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            output.RemoveIfUnused();
        }
    }

    private async Task<JobSnapshot> Make(JobCoordinator jobs, VideoRequest request, CancellationToken cancellationToken)
    {
        var submission = await jobs.Submit(request, cancellationToken);
        if (json) JsonLine.Write(app.Terminal.Out, new { Event = "started", Job = submission.JobId, submission.Resumed });
        IProgressView person = app.Terminal.Interactive && !verbose ? new LiveProgress(app.Terminal.Error) : new PlainProgress(app.Terminal.Error);
        await using var progress = json ? new ProgressViews(person, new JsonProgress(app.Terminal.Out)) : new ProgressViews(person);
        try
        {
            JobSnapshot? last = null;
            await foreach (var job in jobs.Watch(submission.JobId, cancellationToken))
            {
                last = job;
                progress.Show(job);
            }
            cancellationToken.ThrowIfCancellationRequested();
            return last!.Status == JobStatus.Cancelled ? throw new OperationCanceledException() : last;
        }
        catch (OperationCanceledException)
        {
            await jobs.Cancel(submission.JobId, CancellationToken.None);
            throw;
        }
        finally
        {
            jobs.Abandon(submission.JobId); // whatever is still at work for a job that failed
        }
    }
}
