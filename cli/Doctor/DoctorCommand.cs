using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.Hosting;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Cli.Doctor;

/// <summary><c>reelsmith doctor</c>: asks every engine whether it can work here. Exit code 1 when one cannot.</summary>
internal sealed class DoctorCommand(ReelsmithApp app, bool verbose)
{
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        using var host = ReelsmithHost.Build(app.Data, app.Stages, verbose);
        var reports = await Task.WhenAll(host.Services.GetServices<IEngineCheck>().Select(check => check.Check(cancellationToken)));
        var engines = reports.SelectMany(report => report).ToArray();
        foreach (var engine in engines)
        {
            var version = engine.Version is null ? "" : $" {engine.Version}";
            app.Terminal.Out.WriteLine($"{(engine.Ready ? "ready  " : "missing")}  {engine.Stage,-9} {engine.Engine}{version}: {engine.Detail}");
            if (engine.Fix is not null) app.Terminal.Out.WriteLine($"                   fix: {engine.Fix}");
        }
        app.Terminal.Out.WriteLine($"Data folder: {app.Data.Root}");
        return engines.All(engine => engine.Ready) ? ExitCode.Done : ExitCode.Failed;
    }
}
