using Npgsql;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

public sealed class PostgresServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_committed_outlives_a_kill()
    {
        await using var server = await PostgresServer.Start(Cancellation);
        var database = await server.CreateDatabase("jobs", Cancellation);
        await Execute(database, "CREATE TABLE job (id int PRIMARY KEY)");
        await Execute(database, "INSERT INTO job VALUES (7)");

        await server.Kill();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Execute(database, "SELECT id FROM job"));
        await server.Restart(Cancellation);

        Assert.Equal(7, await Execute(database, "SELECT id FROM job"));
        Assert.Equal("on", await Execute(database, "SHOW fsync"));
    }

    [Fact]
    public async Task A_running_server_restarts_on_its_port()
    {
        await using var server = await PostgresServer.Start(Cancellation);
        await Execute(server.ConnectionString, "CREATE TABLE job (id int PRIMARY KEY)");
        var process = server.ProcessId;

        await server.Restart(Cancellation);

        Assert.NotEqual(process, server.ProcessId);
        Assert.Equal(0L, await Execute(server.ConnectionString, "SELECT count(*) FROM job"));
    }

    [Fact]
    public async Task Two_servers_at_once_have_databases_of_their_own()
    {
        var starting = PostgresServer.Start(Cancellation);
        await using var first = await PostgresServer.Start(Cancellation);
        await using var second = await starting;
        await first.CreateDatabase("jobs", Cancellation);

        Assert.Equal(0L, await Execute(second.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname = 'jobs'"));
    }

    private static async Task<object?> Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false;Timeout=5");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
