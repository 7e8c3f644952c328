using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace Reelsmith.Telemetry.Tests;

/// <summary>What instruments are called in Prometheus (OpenTelemetry's "Prometheus and OpenMetrics compatibility").</summary>
internal static partial class PrometheusNames
{
    private static readonly string[] Operators = ["and", "or", "unless", "bool"];

    public static string FamilyOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when IsGauge(instrument) => "_ratio",
            _ => "",
        };
        return instrument.Name.Replace('.', '_') + unit + (IsCounter(instrument) ? "_total" : "");
    }

    /// <summary>The names that a query may use.</summary>
    public static IEnumerable<string> SeriesOf(Instrument instrument)
    {
        var family = FamilyOf(instrument);
        return IsHistogram(instrument) ? [$"{family}_bucket", $"{family}_sum", $"{family}_count"] : [family];
    }

    public static bool IsHistogram(Instrument instrument) => Kind(instrument) == "Histogram";

    /// <summary>The names of series in a scrape.</summary>
    public static IReadOnlySet<string> SeriesIn(string scrape) => Line().Matches(scrape).Select(line => line.Groups[1].Value).ToHashSet();

    /// <summary>The metrics that a query names.</summary>
    public static IEnumerable<string> In(string query) => Name().Matches(NoMetric().Replace(query, " ")).Select(name => name.Value).Except(Operators).Distinct();

    private static bool IsCounter(Instrument instrument) => Kind(instrument) is "Counter" or "ObservableCounter";

    private static bool IsGauge(Instrument instrument) => Kind(instrument) is "Gauge" or "ObservableGauge";

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0];

    [GeneratedRegex("^([a-z][a-zA-Z0-9_]*)[{ ]", RegexOptions.Multiline)]
    private static partial Regex Line();

    // Texts, labels, ranges, the labels of an aggregation, and Grafana's variables.
    [GeneratedRegex(@"""[^""]*""|\{[^}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|\$\w+")]
    private static partial Regex NoMetric();

    [GeneratedRegex(@"\b[a-zA-Z_:][a-zA-Z0-9_:]*\b(?!\s*\()")]
    private static partial Regex Name();
}
