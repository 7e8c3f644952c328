using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>Whether the job store can be written.</summary>
internal sealed class StoreCheck(GatewayStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await (await store.Open()).DisposeAsync();
            await store.Database.CheckWritable(cancellationToken);
            return HealthCheckResult.Healthy("The job store can be written.");
        }
        catch (Exception e) when (e is DbException or ReelsmithException)
        {
            // The code alone: anybody may ask, and the sentence names folders.
            return HealthCheckResult.Unhealthy($"The job store cannot be written ({store.FailureOf(e).Failure.Code}).");
        }
    }
}
