using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Reelsmith.Contracts;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Store;

/// <summary>The gateway's database: a SQLite file in the data folder, in WAL mode, synced at every commit.</summary>
internal sealed class GatewayStore
{
    private static readonly int BusySeconds = 30;

    private readonly DataFolder _data;
    private readonly PooledDbContextFactory<GatewayDb> _contexts;
    private readonly string _connection;
    private readonly Lazy<Task> _created;

    public GatewayStore(DataFolder data)
    {
        _data = data;
        _connection = new SqliteConnectionStringBuilder { DataSource = data.Database, DefaultTimeout = BusySeconds }.ToString();
        _contexts = new PooledDbContextFactory<GatewayDb>(new DbContextOptionsBuilder<GatewayDb>().UseSqlite(_connection).AddInterceptors(new SyncEveryCommit()).Options);
        _created = new Lazy<Task>(Create);
    }

    /// <exception cref="ReelsmithException">The data folder cannot be written.</exception>
    public async Task<GatewayDb> Open()
    {
        await _created.Value;
        return await _contexts.CreateDbContextAsync();
    }

    private async Task Create()
    {
        try
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
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or SqliteException)
        {
            throw StoreFailures.Of(e, _data);
        }
    }

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
