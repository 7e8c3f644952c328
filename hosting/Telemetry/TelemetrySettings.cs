using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>What a process tells of its work. Configuration section <c>Reelsmith:Telemetry</c>. Without any of it, nothing is collected.</summary>
public sealed class TelemetrySettings : IValidatableObject
{
    public const string Section = "Reelsmith:Telemetry";

    /// <summary>A collector that traces, metrics and logs are sent to, as <c>http://host:4317</c>; null: that of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, if any.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Whether <c>/metrics</c> is served.</summary>
    public bool Prometheus { get; set; }

    /// <summary>Which share of the requests begins a trace, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Sampling { get; set; } = 1;

    public LogFormat LogFormat { get; set; }

    /// <summary>The least level that is logged; null: warnings, and with <c>--verbose</c> information.</summary>
    public LogLevel? LogLevel { get; set; }

    /// <summary>What a second of a processor costs, in any currency.</summary>
    [Range(0.0, double.MaxValue)]
    public double CpuSecondPrice { get; set; }

    /// <summary>What a piece of work by an engine costs besides, by how the engine's name begins, in the same currency.</summary>
    public Dictionary<string, double> EnginePrices { get; set; } = [];

    public static TelemetrySettings Of(IConfiguration configuration) => configuration.GetSection(Section).Get<TelemetrySettings>() ?? new TelemetrySettings();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("must be an address such as http://localhost:4317.", [nameof(OtlpEndpoint)]);
        }
        if (EnginePrices.FirstOrDefault(price => price.Value < 0) is { Key: { } engine }) yield return new ValidationResult($"must not be negative for {engine}.", [nameof(EnginePrices)]);
    }
}
