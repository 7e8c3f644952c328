using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>Exports what a process tells, as far as the configuration says where to.</summary>
public static class TelemetryExtensions
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>Collects and exports telemetry where <see cref="TelemetrySettings"/> names somebody who wants it; otherwise nothing listens.</summary>
    /// <param name="service">What the process is called unless <c>OTEL_SERVICE_NAME</c> says otherwise.</param>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var settings = TelemetrySettings.Of(builder.Configuration);
        // The exporter reads the standard names, headers and protocol included.
        if (settings.OtlpEndpoint is { } endpoint) builder.Configuration[Endpoint] = endpoint.OriginalString;
        var sends = !string.IsNullOrEmpty(builder.Configuration[Endpoint]);
        if (sends && !Uri.TryCreate(builder.Configuration[Endpoint], UriKind.Absolute, out _))
        {
            throw ReelsmithException.InvalidInput("otlp_endpoint_invalid", $"{Endpoint} is no address.", "Write it as http://host:4317.");
        }
        if (!sends && !settings.Prometheus) return builder;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(builder.Configuration[ServiceName] ?? service, serviceVersion: Version));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddReelsmithMeters();
            if (settings.Prometheus) metrics.AddPrometheusExporter();
        });
        if (!sends) return builder;
        telemetry.WithTracing(traces => traces.AddReelsmithSources(settings.Sampling)).WithLogging(null, logs => (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true)).UseOtlpExporter();
        return builder;
    }

    /// <summary>The spans of requests, messages, stages, programs and calls to other servers.</summary>
    public static TracerProviderBuilder AddReelsmithSources(this TracerProviderBuilder traces, double sampling) => traces
        .SetSampler(new ParentBasedSampler(new RequestSampler(sampling)))
        .AddSource(TelemetryNames.Reelsmith, "MassTransit", "System.Net.Http")
        .AddAspNetCoreInstrumentation(requests => requests.Filter = IsOfClient);

    public static MeterProviderBuilder AddReelsmithMeters(this MeterProviderBuilder metrics) =>
        metrics.AddMeter(TelemetryNames.Reelsmith, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql");

    private static string? Version => typeof(TelemetryExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static bool IsOfClient(HttpContext context) => !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/metrics");
}
