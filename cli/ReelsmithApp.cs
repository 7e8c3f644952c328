using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.CommandLine;
using Reelsmith.Cli.Reporting;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Cli;

/// <summary>The program: arguments in, exit code out. Whatever goes wrong leaves here as one sentence and what to change.</summary>
/// <param name="stages">Registers the services that do the work.</param>
internal sealed class ReelsmithApp(Terminal terminal, DataFolder data, string workingFolder, Action<IServiceCollection> stages)
{
    public Terminal Terminal => terminal;

    public DataFolder Data => data;

    /// <summary>What relative paths start from.</summary>
    public string WorkingFolder => workingFolder;

    public Action<IServiceCollection> Stages => stages;

    /// <summary>Settings as a server that is started here would read them.</summary>
    /// <exception cref="ReelsmithException">A file with settings cannot be read.</exception>
    public T Settings<T>(string section, string? config = null) where T : class, new()
    {
        using var configuration = new ConfigurationManager();
        ConfigurationSources.Add(configuration, config is null ? [] : ["--config", config], workingFolder);
        return configuration.GetSection(section).Get<T>() ?? new T();
    }

    public async Task<int> Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var failures = new FailureReport(terminal, Json: arguments.Contains("--json"), Verbose: arguments.Contains("--verbose"));
        try
        {
            var root = ReelsmithCommands.Create(this);
            // No response files: a prompt may start with "@".
            var parsed = root.Parse(Arguments.Normalise(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (parsed.Action is not HelpAction && parsed.Errors.Count > 0) throw Arguments.Wrong(parsed.Errors[0].Message);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return failures.Interrupted();
        }
        catch (Exception e)
        {
            return failures.Failed(FailureOf(e), e);
        }
    }

    private Failure FailureOf(Exception e) => e switch
    {
        ReelsmithException known => known.Failure,
        IOException io when DiskFull.Is(io) => DiskFull.Failure(),
        UnauthorizedAccessException or IOException => new Failure(FailureKind.Unavailable, "file_unusable", e.Message, $"Check the path and its permissions; the data folder is {data.Root}."),
        _ => new Failure(FailureKind.Internal, "internal", $"{e.GetType().Name}: {e.Message}", "This is a fault in Reelsmith; run it again with --verbose for the details, and please report them."),
    };
}
