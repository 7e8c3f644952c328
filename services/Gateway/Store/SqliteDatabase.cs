using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Store;

/// <summary>A SQLite file in the data folder, in WAL mode, synced at every commit.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int BusySeconds = 30;
    private const int LongestWaitSeconds = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    private readonly DataFolder _data;
    private readonly string _connection;

    public SqliteDatabase(DataFolder data)
    {
        _data = data;
        _connection = new SqliteConnectionStringBuilder { DataSource = data.Database, DefaultTimeout = BusySeconds }.ToString();
        Options = new DbContextOptionsBuilder<GatewayDb>().UseSqlite(_connection).AddInterceptors(new SyncEveryCommit()).Options;
    }

    public DbContextOptions<GatewayDb> Options { get; }

    public async Task Prepare()
    {
        Directory.CreateDirectory(_data.Root);
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await Execute(connection, "PRAGMA journal_mode = WAL;");
        var version = await VersionOf(connection);
        if (version > GatewaySchema.Version)
        {
            throw ReelsmithException.Unavailable("data_folder_newer", $"The data folder {_data.Root} was written by a newer Reelsmith.",
                $"Update Reelsmith, or name another folder with {DataFolder.EnvironmentVariable}.");
        }
        if (version == GatewaySchema.Version) return;
        await using var transaction = await connection.BeginTransactionAsync(); // immediate: a second process waits here, then finds the work done
        for (version = await VersionOf(connection); version < GatewaySchema.Version; version++)
        {
            await Execute(connection, $"{GatewaySchema.Steps[version]} PRAGMA user_version = {version + 1};");
        }
        await transaction.CommitAsync();
    }

    // Of several processes on a folder, one serves.
    public Task Alone(long number, Func<Task> work, CancellationToken cancellationToken) => work();

    public async Task CheckWritable(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _data.Database,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = LongestWaitSeconds,
        }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken); // BEGIN IMMEDIATE
        await transaction.RollbackAsync(cancellationToken);
    }

    public bool IsConflict(Exception e) => e is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: Constraint } };

    public bool IsOutage(Exception e) => false;

    public ReelsmithException? Explain(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Full } => new ReelsmithException(DiskFull.Failure(), e),
        SqliteException { SqliteErrorCode: InputOutput } => Unavailable("store_unwritable", $"The job store in {_data.Root} could not be written.", "Check the disk and its free space.", e),
        SqliteException { SqliteErrorCode: Busy } => Unavailable("store_busy", $"The job store in {_data.Root} is held by another program.", "Try again when that program has ended.", e),
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => Unavailable("store_damaged", $"The job store {_data.Database} is damaged.",
            "Move that file away and run the same command again: stored scenes are kept and used.", e),
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException or IOException => Unavailable("data_folder_unwritable",
            $"The data folder {_data.Root} cannot be written.", $"Make it writable, or name another with {DataFolder.EnvironmentVariable}.", e),
        _ => null,
    };

    private static ReelsmithException Unavailable(string code, string message, string hint, Exception cause) => new(new Failure(FailureKind.Unavailable, code, message, hint), cause);

    private static async Task<int> VersionOf(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version;";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class SyncEveryCommit : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
