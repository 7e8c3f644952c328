using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Listening;

public static class ServerStart
{
    /// <summary>Starts to listen.</summary>
    /// <exception cref="ReelsmithException">It cannot: the address is taken, or a setting is wrong.</exception>
    public static async Task Open(this WebApplication app, CancellationToken cancellationToken)
    {
        var addresses = app.Services.GetRequiredService<ListeningAddresses>();
        var started = false;
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            started = true;
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (StartFailures.Of(e, addresses) is { } failure)
        {
            if (started) await app.StopAsync(CancellationToken.None); // listening comes last, after the bus and all
            throw failure;
        }
    }
}
