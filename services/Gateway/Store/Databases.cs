using Reelsmith.Contracts;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Store;

/// <summary>Chooses where the job store lies.</summary>
internal static class Databases
{
    /// <exception cref="ReelsmithException">The connection cannot be read.</exception>
    public static IDatabase Of(DatabaseSettings settings, DataFolder data) =>
        settings.Connection is { } connection ? new PostgresDatabase(connection) : new SqliteDatabase(data);
}
