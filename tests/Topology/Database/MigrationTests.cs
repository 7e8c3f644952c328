using Microsoft.EntityFrameworkCore;
using Npgsql;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Topology.Tests.Database;

public sealed class MigrationTests(RunningDatabase databases) : IClassFixture<RunningDatabase>
{
    [Fact]
    public async Task Many_gateways_that_start_at_once_make_the_tables_once()
    {
        var connection = await databases.NewDatabase();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new PostgresDatabase(connection).Prepare())));

        await using var db = new GatewayDb(new PostgresDatabase(connection).Options);
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(0, await db.Jobs.CountAsync());
    }

    [Fact]
    public void The_migrations_make_what_the_program_reads_and_writes()
    {
        using var db = new GatewayDb(new PostgresDatabase("Host=localhost;Database=none").Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Beside_a_newer_program_that_allows_it_this_one_goes_on()
    {
        var connection = await databases.NewDatabase();
        await new PostgresDatabase(connection).Prepare();
        await Execute(connection, Newer(oldestProgram: 1));

        await new PostgresDatabase(connection).Prepare();
        await using var db = new GatewayDb(new PostgresDatabase(connection).Options);
        db.Jobs.Add(new JobRow { Id = Guid.CreateVersion7(), Owner = "", Gateway = "shared", RequestHash = "", Submitted = "" });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Beside_a_newer_program_that_does_not_it_says_so()
    {
        var connection = await databases.NewDatabase();
        await new PostgresDatabase(connection).Prepare();
        await Execute(connection, Newer(oldestProgram: 2));

        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => new PostgresDatabase(connection).Prepare());

        Assert.Equal("database_newer", refused.Failure.Code);
    }

    [Theory]
    [InlineData("Host=;Database=x", "database_connection_invalid")]
    [InlineData("postgres://localhost/x", "database_connection_invalid")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Timeout=2", "database_unreachable")]
    public async Task What_cannot_be_connected_to_is_said_in_words(string connection, string code)
    {
        var refused = await Assert.ThrowsAsync<ReelsmithException>(async () => await new GatewayStore(new PostgresDatabase(connection)).Open());

        Assert.Equal(code, refused.Failure.Code);
    }

    // As the next version would leave the tables: a column more, which old programs leave alone.
    private static string Newer(int oldestProgram) => $"""
        ALTER TABLE jobs ADD COLUMN of_the_next_version text NULL;
        INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Next', '99.0.0');
        UPDATE compatibility SET oldest_program = {oldestProgram};
        """;

    private static async Task Execute(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
