using Npgsql;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Broker, database and bucket of a site.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private Servers(RabbitMqServer broker, PostgresServer database, S3Server bucket, string connection) => (Broker, Database, Bucket, Connection) = (broker, database, bucket, connection);

    public RabbitMqServer Broker { get; }

    public PostgresServer Database { get; }

    public S3Server Bucket { get; }

    /// <summary>To the database itself.</summary>
    public string Connection { get; }

    public static async Task<Servers> Start(CancellationToken cancellationToken)
    {
        var broker = RabbitMqServer.Start(cancellationToken);
        var database = PostgresServer.Start(cancellationToken);
        var bucket = S3Server.Start(cancellationToken);
        return new Servers(await broker, await database, await bucket, await (await database).CreateDatabase("reelsmith", cancellationToken));
    }

    public string ConnectionThrough(FaultyProxy line) => new NpgsqlConnectionStringBuilder(Connection) { Host = $"{line.Address}", Port = line.Port }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        await Bucket.DisposeAsync();
    }
}
