using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Telemetry;

internal static class TelemetryRegistration
{
    public static IServiceCollection AddGatewayMetrics(this IServiceCollection services) => services.AddHostedService<JobMetrics>().AddHostedService<OutboxMetrics>();

    /// <summary><c>/metrics</c>, for whoever has a key where keys are asked for.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TelemetrySettings>().Prometheus) app.MapPrometheusScrapingEndpoint();
    }
}
