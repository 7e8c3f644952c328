using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Cli.Hosting;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.WarmUps;

namespace Reelsmith.Cli.Serving;

/// <summary><c>reelsmith serve</c>: the gateway and every stage in this process, until Ctrl-C or SIGTERM.</summary>
internal sealed class ServeCommand(ReelsmithApp app, bool verbose)
{
    public async Task<int> Run(string? urls, string? config, bool requireKeys, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        if (urls is not null) arguments.AddRange(["--urls", urls]);
        if (config is not null) arguments.AddRange(["--config", config]);
        if (requireKeys) arguments.Add("--require-keys");
        await using var server = GatewayServer.Build(arguments, app.Data, services =>
        {
            services.AddSingleton<IHostLifetime, NoLifetime>();
            app.Stages(services);
            services.AddWarmUp();
        }, app.WorkingFolder, verbose);
        await server.Open(cancellationToken);
        try
        {
            await SayWhere(server.Urls, server.Services);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, server.Lifetime.ApplicationStopping);
            await Task.Delay(Timeout.Infinite, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            // Returns when every request is answered or cut off and the stages have let go: no child process is left.
            await server.StopAsync(CancellationToken.None);
        }
        return cancellationToken.IsCancellationRequested ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task SayWhere(ICollection<string> addresses, IServiceProvider services)
    {
        if (services.GetRequiredService<KeyPolicy>().Required && await services.GetRequiredService<KeyRing>().IsEmpty(CancellationToken.None))
        {
            app.Terminal.Error.WriteLine("Requests need an API key, and there is none yet: `reelsmith keys add NAME` makes one, while this runs.");
        }
        app.Terminal.Out.WriteLine($"Reelsmith listens on {string.Join(" and ", addresses)}; {DocsOf(addresses.First())} describes the API.");
    }

    // Nobody can open http://0.0.0.0.
    private static string DocsOf(string address)
    {
        var uri = new UriBuilder(address) { Path = "/docs" };
        if (uri.Host is "0.0.0.0" or "[::]" or "*" or "+") uri.Host = "localhost";
        return uri.Uri.AbsoluteUri;
    }
}
