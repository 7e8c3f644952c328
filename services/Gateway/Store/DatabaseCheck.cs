using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Checks;

namespace Reelsmith.Gateway.Store;

/// <summary>Whether the database that gateways share can be written, its tables are as this program has them, and its clock is this machine's.</summary>
internal sealed class DatabaseCheck(DatabaseSettings settings, GatewayStore store, TimeProvider time) : IServerCheck
{
    private const string Server = "database";
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(5);

    public async Task<ServerReport?> Check(CancellationToken cancellationToken)
    {
        if (settings.Connection is null) return null;
        try
        {
            var (version, skew) = await store.Guarded(async () =>
            {
                await using var db = await store.Open();
                await store.Database.CheckWritable(cancellationToken);
                var asked = time.GetUtcNow();
                var theirs = DateTimeOffset.FromUnixTimeMilliseconds(await db.Database.SqlQuery<long>($"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"").SingleAsync(cancellationToken));
                return (await db.Database.SqlQuery<string>($"SELECT current_setting('server_version') AS \"Value\"").SingleAsync(cancellationToken), theirs - asked);
            });
            var detail = $"PostgreSQL {version} can be written, and its tables are up to date.";
            return skew.Duration() <= Doubtful ? new ServerReport(Server, ServerState.Ready, detail) : new ServerReport(Server, ServerState.Doubtful,
                string.Create(CultureInfo.InvariantCulture, $"{detail} Its clock is {skew.TotalSeconds:0} s off this machine's."), "Set the clocks: times in answers and how long things are kept go by them.");
        }
        catch (ReelsmithException e)
        {
            return new ServerReport(Server, ServerState.Failed, e.Failure.Message, e.Failure.Hint);
        }
    }
}
