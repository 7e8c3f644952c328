using Npgsql;

namespace Reelsmith.Tests.Servers;

/// <summary>A PostgreSQL server of a test's own, as durable as one in production.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly ServerProgram _program;
    private readonly int _port = FreePort.Next();

    private PostgresServer() => _program = new ServerProgram("postgres", Signal.Interrupt, Answers, $"{_port}");

    /// <summary>Of the database that is always there, in Npgsql's form.</summary>
    public string ConnectionString => ConnectionTo("postgres");

    public int Port => _port;

    public int ProcessId => _program.Id;

    public static async Task<PostgresServer> Start(CancellationToken cancellationToken)
    {
        var server = new PostgresServer();
        try
        {
            await server._program.Start(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabase(string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionTo(name);
    }

    /// <summary>Ends it and its processes as <c>kill -9</c> does.</summary>
    public Task Kill() => _program.Kill();

    /// <summary>Starts it again with its data and port, after stopping it properly where it still runs.</summary>
    public Task Restart(CancellationToken cancellationToken) => _program.Restart(cancellationToken);

    /// <summary>Its connections stay open and it says nothing, as behind a network that lost its way.</summary>
    public void Pause() => _program.Pause();

    public void Continue() => _program.Continue();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = "reelsmith",
        Password = File.ReadAllText(Path.Combine(_program.Folder, "password")),
    }.ConnectionString;

    private async Task<bool> Answers(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(_program.Folder, "password"))) return false;
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
