using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reelsmith.Cli.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Checks;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Cli.Doctor;

/// <summary><c>reelsmith doctor</c>: asks every engine and every server that the configuration names whether it can work here. Exit code 1 when one cannot.</summary>
internal sealed class DoctorCommand(ReelsmithApp app, bool verbose)
{
    /// <param name="config">The file of <c>--config</c>.</param>
    /// <exception cref="ReelsmithException">The configuration cannot be.</exception>
    public async Task<int> Run(string? config, CancellationToken cancellationToken)
    {
        try
        {
            return await Ask(config, cancellationToken);
        }
        catch (OptionsValidationException wrong)
        {
            throw ReelsmithException.InvalidInput("setting_invalid", string.Join(' ', wrong.Failures), "Change it in reelsmith.json or in the environment.");
        }
    }

    private async Task<int> Ask(string? config, CancellationToken cancellationToken)
    {
        using var configuration = new ConfigurationManager();
        ConfigurationSources.Add(configuration, config is null ? [] : ["--config", config], app.WorkingFolder);
        using var host = ReelsmithHost.Build(app.Data, services =>
        {
            app.Stages(services);
            services.AddJobStore();
        }, verbose, configuration);
        UnknownSettings.Refuse(configuration, [.. host.Services.GetServices<SettingsSection>()]);
        var asked = Task.WhenAll(host.Services.GetServices<IServerCheck>().Select(check => check.Check(cancellationToken)));
        var reports = await Task.WhenAll(host.Services.GetServices<IEngineCheck>().Select(check => check.Check(cancellationToken)));
        var engines = reports.SelectMany(report => report).ToArray();
        foreach (var engine in engines)
        {
            var version = engine.Version is null ? "" : $" {engine.Version}";
            Say(engine.Ready ? "ready" : "missing", engine.Stage, $"{engine.Engine}{version}: {engine.Detail}", engine.Fix);
        }
        var servers = (await asked).OfType<ServerReport>().ToArray();
        foreach (var server in servers)
        {
            var state = server.State switch { ServerState.Ready => "ready", ServerState.Doubtful => "warning", _ => "failed" };
            Say(state, server.Server, server.Detail, server.Fix);
        }
        app.Terminal.Out.WriteLine($"Data folder: {app.Data.Root}");
        return engines.All(engine => engine.Ready) && servers.All(server => server.State != ServerState.Failed) ? ExitCode.Done : ExitCode.Failed;
    }

    private void Say(string state, string of, string detail, string? fix)
    {
        app.Terminal.Out.WriteLine($"{state,-7}  {of,-9} {detail}");
        if (fix is not null) app.Terminal.Out.WriteLine($"                   fix: {fix}");
    }
}
