using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting.Listening;
using Reelsmith.Cli.Hosting;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.WarmUps;
using Reelsmith.Hosting.Workers;

namespace Reelsmith.Cli.Serving;

/// <summary><c>reelsmith serve</c>: the gateway and every stage in this process, or those that <c>--role</c> names, until Ctrl-C or SIGTERM.</summary>
internal sealed class ServeCommand(ReelsmithApp app, bool verbose)
{
    /// <param name="arguments">For the server: <c>--urls</c>, <c>--config</c> and so on.</param>
    public async Task<int> Run(Roles roles, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var server = roles.Gateway
            ? GatewayServer.Build(arguments, app.Data, services => Add(services, roles), app.WorkingFolder, verbose)
            : WorkerHost.Build(arguments, app.Data, services => Add(services, roles), app.WorkingFolder, verbose);
        await server.Open(cancellationToken);
        try
        {
            if (roles.Gateway) await SayWhere(server.Urls, server.Services);
            else app.Terminal.Out.WriteLine($"Reelsmith works at {string.Join(", ", roles.Stages)}.");
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

    private void Add(IServiceCollection services, Roles roles)
    {
        services.AddSingleton<IHostLifetime, NoLifetime>();
        if (roles.AreAll)
        {
            app.Stages(services);
            services.AddWarmUp();
            return;
        }
        foreach (var stage in roles.Stages) Stages.ByRole[stage](services);
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
