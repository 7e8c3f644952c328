using System.Text.Json;
using Reelsmith.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Reelsmith.Telemetry.Tests;

public sealed class DashboardTests
{
    private const string Dashboard = "deploy/grafana/reelsmith.json";
    private const string Alerts = "deploy/grafana/alerts.yaml";

    [Fact]
    public async Task Every_metric_of_dashboard_and_alerts_is_exported()
    {
        var queries = Panels().SelectMany(Targets).Select(target => target.GetProperty("expr").GetString()!).Concat(Rules().Select(rule => Text(rule, "expr"))).ToArray();

        var unknown = queries.SelectMany(PrometheusNames.In).Except(await Exported()).Order(StringComparer.Ordinal);

        Assert.Empty(unknown);
        Assert.True(queries.Length > 40);
    }

    [Fact]
    public async Task Every_metric_of_Reelsmith_is_in_a_panel()
    {
        var shown = Panels().SelectMany(Targets).SelectMany(target => PrometheusNames.In(target.GetProperty("expr").GetString()!)).ToHashSet();

        Assert.Empty((await Instruments.OfAllInOne()).Where(instrument => !PrometheusNames.SeriesOf(instrument).Any(shown.Contains)).Select(instrument => instrument.Name));
    }

    [Fact]
    public void The_dashboard_is_one_that_Grafana_takes()
    {
        var dashboard = Read();
        Assert.True(dashboard.GetProperty("schemaVersion").GetInt32() >= 39);
        Assert.Equal("datasource", Assert.Single(dashboard.GetProperty("templating").GetProperty("list").EnumerateArray()).GetProperty("type").GetString());
        var panels = dashboard.GetProperty("panels").EnumerateArray().ToArray();
        Assert.Equal(["Jobs", "Stages", "Queues", "Failures", "Cost", "Processes"], panels.Where(panel => Type(panel) == "row").Select(panel => panel.GetProperty("title").GetString()));
        Assert.Equal(panels.Length, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(Panels(), panel =>
        {
            Assert.NotEmpty(panel.GetProperty("title").GetString()!);
            Assert.All(Targets(panel).Append(panel), part => Assert.Equal("${datasource}", part.GetProperty("datasource").GetProperty("uid").GetString()));
            Assert.Equal(Targets(panel).Length, Targets(panel).Select(target => target.GetProperty("refId").GetString()).Distinct().Count());
        });
        Assert.All(panels.SelectMany((panel, n) => panels[..n].Select(other => (panel, other))), pair => Assert.False(Overlap(pair.panel, pair.other)));
    }

    [Fact]
    public void Every_alert_says_what_is_wrong_and_what_to_do() => Assert.All(Rules(), rule =>
    {
        Assert.StartsWith("Reelsmith", Text(rule, "alert"), StringComparison.Ordinal);
        Assert.Matches("^[0-9]+m$", Text(rule, "for"));
        Assert.Contains(Text((YamlMappingNode)rule["labels"], "severity"), new[] { "warning", "critical" });
        Assert.NotEmpty(Text((YamlMappingNode)rule["annotations"], "summary"));
        Assert.NotEmpty(Text((YamlMappingNode)rule["annotations"], "description"));
    });

    [Theory]
    [InlineData("60 * sum by (reelsmith_stage) (rate(a_total{b=\"c_d\"}[$__rate_interval])) / scalar(sum(d_sum))", "a_total d_sum")]
    [InlineData("max(a) > 0 unless on (b) histogram_quantile(0.9, sum by (le, c) (rate(d_bucket[5m]))) > 300", "a d_bucket")]
    public void Metrics_are_found_in_queries(string query, string metrics) => Assert.Equal(metrics.Split(' '), PrometheusNames.In(query));

    private static async Task<IReadOnlySet<string>> Exported()
    {
        using var data = new TemporaryData();
        using var instruments = new Instruments();
        await using var server = await TestServer.AllInOne(data, settings: "--Reelsmith:Telemetry:Prometheus=true");
        await server.Make("Volcanoes");
        var exported = PrometheusNames.SeriesIn(await server.Client.GetStringAsync("/metrics")).ToHashSet();
        exported.UnionWith(instruments.All.SelectMany(PrometheusNames.SeriesOf));
        return exported;
    }

    private static JsonElement Read() => JsonDocument.Parse(File.ReadAllText(Repository.File(Dashboard))).RootElement;

    private static JsonElement[] Panels() => [.. Read().GetProperty("panels").EnumerateArray().Where(panel => Type(panel) != "row")];

    private static JsonElement[] Targets(JsonElement panel) => [.. panel.GetProperty("targets").EnumerateArray()];

    private static string? Type(JsonElement panel) => panel.GetProperty("type").GetString();

    private static bool Overlap(JsonElement one, JsonElement other)
    {
        int Of(JsonElement panel, string side) => panel.GetProperty("gridPos").GetProperty(side).GetInt32();
        bool Along(string start, string length) => Of(one, start) < Of(other, start) + Of(other, length) && Of(other, start) < Of(one, start) + Of(one, length);
        return Along("x", "w") && Along("y", "h");
    }

    private static IEnumerable<YamlMappingNode> Rules()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Repository.File(Alerts))));
        return ((YamlSequenceNode)yaml.Documents[0].RootNode["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Cast<YamlMappingNode>();
    }

    private static string Text(YamlMappingNode node, string name) => ((YamlScalarNode)node[name]).Value!;
}
