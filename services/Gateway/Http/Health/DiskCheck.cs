using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>Whether there is room for films.</summary>
internal sealed class DiskCheck(DataFolder data, ReadinessSettings settings) : IHealthCheck
{
    private const long Megabyte = 1_000_000;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var free = new DriveInfo(Directory.CreateDirectory(data.Root).FullName).AvailableFreeSpace / Megabyte;
        var said = string.Create(CultureInfo.InvariantCulture, $"{free:N0} MB are free on the disk of the data folder.");
        return Task.FromResult(free >= settings.FreeDiskMegabytes
            ? HealthCheckResult.Healthy(said)
            : HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{said} At least {settings.FreeDiskMegabytes:N0} are needed.")));
    }
}
