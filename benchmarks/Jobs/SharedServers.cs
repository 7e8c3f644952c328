using Reelsmith.Tests.Servers;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>A broker and a database of the benchmark's own.</summary>
internal sealed class SharedServers : IAsyncDisposable
{
    private SharedServers(RabbitMqServer broker, PostgresServer database, string connection) => (Broker, Database, Settings) = (broker, database,
        [$"--Reelsmith:Broker:Url={broker.Url}", $"--Reelsmith:Database:Connection={connection}", "--Reelsmith:Jobs:PerCaller=1000000", "--Reelsmith:Jobs:Waiting=1000000"]);

    public RabbitMqServer Broker { get; }

    public PostgresServer Database { get; }

    /// <summary>Flags of a server that uses them.</summary>
    public string[] Settings { get; }

    public static async Task<SharedServers> Start()
    {
        var broker = RabbitMqServer.Start(CancellationToken.None);
        var database = await PostgresServer.Start(CancellationToken.None);
        return new SharedServers(await broker, database, await database.CreateDatabase("reelsmith", CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
    }
}
