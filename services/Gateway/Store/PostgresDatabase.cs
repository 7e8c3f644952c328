using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Store;

/// <summary>A PostgreSQL server that several gateways share. Its tables are made and changed by the migrations beside this file.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    // Any number will do as long as every version takes the same one.
    private const long MigrationLock = 0x5265656C736D6974;
    // A server takes a hundred in all unless it is told otherwise, and gateways are several.
    private const int Connections = 30;
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(30);

    private readonly string _connection;
    private readonly string _server;

    /// <param name="connection">As Npgsql writes it.</param>
    /// <exception cref="ReelsmithException">It cannot be read.</exception>
    public PostgresDatabase(string connection)
    {
        var parsed = Parse(connection);
        _server = string.Create(CultureInfo.InvariantCulture, $"{parsed.Host}:{parsed.Port}, database {parsed.Database}");
        _connection = parsed.ConnectionString;
        // Npgsql's own strategy wraps what is transient in an InvalidOperationException, in which nobody would know an outage or a conflict again.
        Options = new DbContextOptionsBuilder<GatewayDb>().UseNpgsql(_connection, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies))).Options;
    }

    public DbContextOptions<GatewayDb> Options { get; }

    public async Task Prepare()
    {
        await using var db = new GatewayDb(Options);
        if (await IsUpToDate(db)) return;
        // The lock is this connection's: it goes with the process, and whoever waits for it finds the work done.
        await db.Database.OpenConnectionAsync();
        db.Database.SetCommandTimeout(LongestMigration);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})");
        try
        {
            await db.Database.MigrateAsync();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})");
        }
    }

    public async Task Alone(long number, Func<Task> work, CancellationToken cancellationToken)
    {
        // A lock of a connection that is not pooled: it goes with the process.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = number } } };
        if (await take.ExecuteScalarAsync(cancellationToken) is true) await work();
    }

    public async Task CheckWritable(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is true) throw Unavailable("database_read_only", $"The database server {_server} takes no writing.", "Name the primary server.", null);
    }

    public bool IsConflict(Exception e) => CauseOf(e) is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
    };

    public bool IsOutage(Exception e) => CauseOf(e) switch
    {
        PostgresException known => known.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConnectionException or PostgresErrorCodes.ConnectionFailure,
        NpgsqlException => true, // the connection, not the statement
        _ => false,
    };

    public ReelsmithException? Explain(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Unavailable("disk_full", $"The disk of the database server {_server} is full.", "Free some space there; jobs go on by themselves.", e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidCatalogName } refused =>
            Unavailable("database_refused", $"The database server {_server} refuses: {refused.MessageText}.", $"Check {DatabaseSettings.Section}:{nameof(DatabaseSettings.Connection)} and the rights of its user.", e),
        PostgresException unknown when !IsOutage(unknown) => null,
        NpgsqlException => Unavailable("database_unreachable", $"The database server {_server} cannot be reached.", "See that it runs and that this machine may connect to it; jobs go on by themselves when it does.", e),
        _ => null,
    };

    private static async Task<bool> IsUpToDate(GatewayDb db)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToHashSet();
        var known = db.Database.GetMigrations().ToArray();
        if (!known.All(applied.Contains)) return false;
        if (applied.Count > known.Length) await CheckThatOldProgramsMay(db, known.Length);
        return true;
    }

    // A newer program has changed the tables already; it says how old a program may still work beside it.
    private static async Task CheckThatOldProgramsMay(GatewayDb db, int known)
    {
        var oldest = await db.Database.SqlQuery<int>($"SELECT oldest_program AS \"Value\" FROM compatibility").SingleAsync();
        if (known < oldest) throw Unavailable("database_newer", "The database was changed by a newer Reelsmith, which this one cannot work beside.", "Update Reelsmith here too.", null);
    }

    private static Exception CauseOf(Exception e) => e is DbUpdateException or ReelsmithException && e.InnerException is { } inner ? inner : e;

    private static NpgsqlConnectionStringBuilder Parse(string connection)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "reelsmith" };
            if (parsed.MaxAutoPrepare == 0) parsed.MaxAutoPrepare = 100;
            if (!IsSet(connection, nameof(parsed.MaxPoolSize), "Maximum Pool Size")) parsed.MaxPoolSize = Connections;
            parsed.NoResetOnClose = true; // nothing here changes a session
            if (string.IsNullOrEmpty(parsed.Host)) throw new ArgumentException("it names no host");
            return parsed;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw ReelsmithException.InvalidInput("database_connection_invalid", $"{DatabaseSettings.Section}:{nameof(DatabaseSettings.Connection)} cannot be read: {e.Message}",
                "Write it as Host=…;Port=5432;Database=…;Username=…;Password=….");
        }
    }

    private static bool IsSet(string connection, params string[] names)
    {
        var plain = new DbConnectionStringBuilder { ConnectionString = connection };
        return Array.Exists(names, plain.ContainsKey);
    }

    private static ReelsmithException Unavailable(string code, string message, string hint, Exception? cause) => new(new Failure(FailureKind.Unavailable, code, message, hint), cause);
}
