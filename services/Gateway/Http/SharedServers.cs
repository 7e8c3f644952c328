using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Http;

/// <summary>Broker and database are shared together or not at all: jobs in a database that other gateways cannot see would wait for messages that those take.</summary>
internal static class SharedServers
{
    /// <exception cref="ReelsmithException">One is named without the other.</exception>
    public static void Check(IConfiguration configuration)
    {
        var broker = configuration.GetSection(BrokerSettings.Section)[nameof(BrokerSettings.Url)];
        var database = configuration.GetSection(DatabaseSettings.Section)[nameof(DatabaseSettings.Connection)];
        if (broker is not null && database is null) throw Missing("A broker is named, but no database.", DatabaseSettings.Section, nameof(DatabaseSettings.Connection));
        if (database is not null && broker is null) throw Missing("A database is named, but no broker.", BrokerSettings.Section, nameof(BrokerSettings.Url));
    }

    private static ReelsmithException Missing(string said, string section, string setting) =>
        ReelsmithException.InvalidInput("shared_server_missing", said, $"Gateways that share jobs need both: set {section}:{setting}, or name neither.");
}
