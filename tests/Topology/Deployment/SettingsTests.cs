using System.Text.RegularExpressions;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Deployment;

public sealed partial class SettingsTests
{
    [Fact]
    public void Every_setting_that_is_named_exists()
    {
        var files = Directory.EnumerateFiles(Repository.File("deploy"), "*", SearchOption.AllDirectories).Append(Repository.File("docs/deploy.md"));

        var named = files.SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal))).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, KnownSettings.Names));
    }

    [Theory]
    [InlineData("deploy/compose.yaml")]
    [InlineData("deploy/kubernetes")]
    [InlineData("deploy/systemd/reelsmith.env.example")]
    public void Gateways_and_workers_are_told_of_every_server(string path)
    {
        var full = Repository.File(path);
        var said = string.Concat(Directory.Exists(full) ? Directory.EnumerateFiles(full).Select(File.ReadAllText) : [File.ReadAllText(full)]);

        foreach (var setting in (string[])["Broker__Url", "Database__Connection", "Artifacts__Bucket", "Artifacts__Endpoint", "Artifacts__AccessKey", "Artifacts__SecretKey"])
        {
            Assert.Contains($"Reelsmith__{setting}", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_worker_is_stopped_before_its_grace_is_over()
    {
        // The host of a worker takes so much longer to let go of the bus.
        var beyond = TimeSpan.FromSeconds(10);
        var compose = YamlFile.Documents("deploy/compose.yaml")[0];
        var settings = YamlFile.Kubernetes("ConfigMap").Single();
        var unit = File.ReadAllText(Repository.File("deploy/systemd/reelsmith-worker@.service"));
        var environment = File.ReadAllText(Repository.File("deploy/systemd/reelsmith.env.example"));

        foreach (var role in Roles.OfStages)
        {
            Assert.True(Seconds(compose.Text("services", role, "stop_grace_period")!) > TimeSpan.Parse(compose.Text("services", role, "environment", "Reelsmith__Worker__Grace")!) + beyond);
            var pod = YamlFile.Kubernetes("Deployment").Single(deployment => deployment.Text("metadata", "name") == role).Find("spec", "template", "spec");
            Assert.True(Seconds(pod.Text("terminationGracePeriodSeconds")!) > TimeSpan.Parse(settings.Text("data", "Reelsmith__Worker__Grace")!) + beyond);
        }
        Assert.True(Seconds(StopTimeout().Match(unit).Groups[1].Value) > TimeSpan.Parse(WorkerGrace().Match(environment).Groups[1].Value) + beyond);
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text.TrimEnd('s')));

    [GeneratedRegex("Reelsmith(__|:)(?!RequireKeys)[A-Z][A-Za-z]+(__|:)[A-Z][A-Za-z]+|Reelsmith(__|:)RequireKeys")]
    private static partial Regex Named();

    [GeneratedRegex("TimeoutStopSec=([0-9]+)")]
    private static partial Regex StopTimeout();

    [GeneratedRegex("Reelsmith__Worker__Grace=([0-9:]+)")]
    private static partial Regex WorkerGrace();
}
