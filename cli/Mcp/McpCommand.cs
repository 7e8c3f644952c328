using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using Reelsmith.Cli.Hosting;
using Reelsmith.Gateway;
using Reelsmith.Gateway.Engines;
using Reelsmith.Gateway.Mcp;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Cli.Mcp;

/// <summary><c>reelsmith mcp</c>: the tools of the Model Context Protocol on standard input and output, with the gateway and every stage in this
/// process, until the client closes its end. What is unfinished then goes on at the next start.</summary>
internal sealed class McpCommand(ReelsmithApp app, bool verbose)
{
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        using var host = ReelsmithHost.Build(app.Data, services =>
        {
            services.AddGatewayService(serves: true).AddOutgoing().AddVideos().AddEngines();
            services.AddSingleton<IToolUser, LocalToolUser>().AddTools();
            app.Stages(services);
            // Stages let go at once when the client is gone: what they were at is unfinished and taken up at the next start.
            services.Configure<MassTransitHostOptions>(bus => bus.ConsumerStopTimeout = TimeSpan.FromMilliseconds(1));
            if (!verbose) services.AddLogging(LogToStandardError);
        }, verbose);
        await host.StartAsync(cancellationToken);
        try
        {
            var logs = host.Services.GetRequiredService<ILoggerFactory>();
            await using var transport = new StdioServerTransport("reelsmith", logs);
            await using var server = McpServer.Create(transport, host.Services.GetRequiredService<IOptions<McpServerOptions>>().Value, logs, host.Services);
            await server.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C and SIGTERM end it as well as the client does
        }
        finally
        {
            // Waits until the stages have let go: when this returns, no child process is left.
            await host.StopAsync(CancellationToken.None);
        }
        return ExitCode.Done;
    }

    // Standard output is the protocol's alone.
    private static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
    }
}
