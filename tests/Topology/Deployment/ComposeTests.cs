using System.Text.RegularExpressions;
using Reelsmith.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Reelsmith.Topology.Tests.Deployment;

public sealed partial class ComposeTests
{
    private readonly YamlNode _compose = YamlFile.Documents("deploy/compose.yaml")[0];

    [Fact]
    public void Every_image_is_pinned_to_a_version()
    {
        var built = From().Matches(File.ReadAllText(Repository.File("deploy/Containerfile"))).Select(match => match.Groups[1].Value);
        var run = _compose.Entries("services").Select(service => service.Value.Text("image")!);

        Assert.All(built.Concat(run), image => Assert.Matches(Pinned(), image));
    }

    [Fact]
    public void There_is_a_service_for_every_role_on_the_port_that_is_watched()
    {
        var image = File.ReadAllText(Repository.File("deploy/Containerfile"));
        var port = Exposed().Match(image).Groups[1].Value;

        foreach (var role in Roles.All)
        {
            Assert.Equal($"serve --role {role} --urls http://0.0.0.0:{port}", string.Join(' ', _compose.Items("services", role, "command")));
        }
        Assert.Contains($"http://127.0.0.1:{port}/health/live", image, StringComparison.Ordinal);
        Assert.Contains($"server gateway:{port} ", File.ReadAllText(Repository.File("deploy/nginx.conf")), StringComparison.Ordinal);
    }

    [Fact]
    public void Prometheus_asks_every_role()
    {
        var lookups = YamlFile.Documents("deploy/prometheus.yaml")[0].Items("scrape_configs").SelectMany(job => job.Items("dns_sd_configs")).Single();

        Assert.Equal(Roles.All, lookups.Items("names").Select(name => name.ToString()));
        Assert.Equal("8080", lookups.Text("port"));
    }

    [Fact]
    public void Every_file_that_a_container_is_given_is_there_and_every_volume_is_declared()
    {
        var declared = _compose.Entries("volumes").Select(volume => volume.Key).ToHashSet();

        foreach (var volume in _compose.Entries("services").SelectMany(service => service.Value.Items("volumes")).Select(volume => volume.ToString().Split(':')).Where(parts => parts.Length > 1))
        {
            Assert.True(volume[0].StartsWith("./", StringComparison.Ordinal) ? Path.Exists(Repository.File($"deploy/{volume[0]}")) : declared.Contains(volume[0]), volume[0]);
        }
    }

    [Fact]
    public void Every_secret_is_in_the_example()
    {
        var example = File.ReadAllLines(Repository.File("deploy/compose.env.example")).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=')[0]);

        var used = Secret().Matches(File.ReadAllText(Repository.File("deploy/compose.yaml"))).Select(match => match.Groups[1].Value);

        Assert.Equal(example.Order(), used.Distinct().Order());
    }

    [Fact]
    public void Nothing_but_the_balancer_waits_for_what_is_not_watched()
    {
        foreach (var (name, service) in _compose.Entries("services"))
        {
            foreach (var (other, _) in service.Entries("depends_on"))
            {
                Assert.True(Roles.All.Contains(other) || _compose.Find("services", other, "healthcheck") is not null, $"{name} waits for {other}, which has no health check.");
            }
        }
    }

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex(@"^\S+:v?[0-9]+\.[0-9]+[A-Za-z0-9.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^EXPOSE ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Exposed();

    [GeneratedRegex(@"\$\{([A-Z0-9_]+)")]
    private static partial Regex Secret();
}
