using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>Whether the job store can be written: its write lock is taken and given back.</summary>
internal sealed class StoreCheck(GatewayStore store, DataFolder data) : IHealthCheck
{
    private const int LongestWaitSeconds = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await (await store.Open()).DisposeAsync();
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = data.Database,
                Mode = SqliteOpenMode.ReadWrite,
                DefaultTimeout = LongestWaitSeconds,
            }.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken); // BEGIN IMMEDIATE
            await transaction.RollbackAsync(cancellationToken);
            return HealthCheckResult.Healthy("The job store can be written.");
        }
        catch (Exception e) when (e is SqliteException or ReelsmithException)
        {
            // The code alone: anybody may ask, and the sentence names folders.
            return HealthCheckResult.Unhealthy($"The job store cannot be written ({StoreFailures.Of(e, data).Failure.Code}).");
        }
    }
}
