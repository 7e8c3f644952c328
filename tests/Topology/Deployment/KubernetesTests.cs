using Reelsmith.Hosting.Bus;
using Reelsmith.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Reelsmith.Topology.Tests.Deployment;

public sealed class KubernetesTests
{
    private static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];

    private readonly IReadOnlyList<YamlNode> _deployments = YamlFile.Kubernetes("Deployment");

    [Fact]
    public void Every_file_is_in_the_kustomization()
    {
        var listed = YamlFile.Documents("deploy/kubernetes/kustomization.yaml")[0].Items("resources").Select(resource => resource.ToString());

        var files = Directory.EnumerateFiles(Repository.File("deploy/kubernetes"), "*.yaml").Select(Path.GetFileName).Where(file => file != "kustomization.yaml");

        Assert.Equal(files.Order(), listed.Order());
    }

    [Fact]
    public void There_is_a_deployment_for_every_role_whose_names_agree()
    {
        Assert.Equal(Roles.All.Order(), _deployments.Select(NameOf).Order());
        Assert.All(_deployments, deployment =>
        {
            var role = NameOf(deployment);
            Assert.Equal(role, deployment.Text("spec", "selector", "matchLabels", "app.kubernetes.io/name"));
            Assert.Equal(role, deployment.Text("spec", "template", "metadata", "labels", "app.kubernetes.io/name"));
            Assert.Equal($"serve --role {role} --urls http://0.0.0.0:8080", string.Join(' ', Container(deployment).Items("args")));
        });
    }

    [Fact]
    public void Probes_ask_the_port_that_is_listened_on()
    {
        Assert.All(_deployments, deployment =>
        {
            var container = Container(deployment);
            Assert.Equal(("http", "8080"), (container.Text("ports", "0", "name"), container.Text("ports", "0", "containerPort")));
            Assert.All(Probes, probe => Assert.Equal("http", container.Text(probe, "httpGet", "port")));
            Assert.Equal("/health/live /health/live /health/ready", string.Join(' ', Probes.Select(probe => container.Text(probe, "httpGet", "path"))));
            Assert.Equal("8080", deployment.Text("spec", "template", "metadata", "annotations", "prometheus.io/port"));
        });
        Assert.Equal("http", YamlFile.Kubernetes("Service").Single().Text("spec", "ports", "0", "targetPort"));
    }

    [Fact]
    public void Every_container_is_limited_and_has_no_rights()
    {
        Assert.All(_deployments, deployment =>
        {
            var container = Container(deployment);
            Assert.NotNull(container.Text("resources", "requests", "cpu"));
            Assert.NotNull(container.Text("resources", "limits", "memory"));
            Assert.Equal(("false", "true"), (container.Text("securityContext", "allowPrivilegeEscalation"), container.Text("securityContext", "readOnlyRootFilesystem")));
            Assert.Equal("true", deployment.Text("spec", "template", "spec", "securityContext", "runAsNonRoot"));
        });
    }

    [Fact]
    public void What_a_container_reads_its_settings_from_is_there()
    {
        var there = YamlFile.Kubernetes("ConfigMap").Concat(YamlFile.Kubernetes("Secret")).Select(NameOf).ToHashSet();

        Assert.All(_deployments, deployment => Assert.All(Container(deployment).Items("envFrom"), source => Assert.Contains(source.Text("configMapRef", "name") ?? source.Text("secretRef", "name")!, there)));
        Assert.Contains(Container(_deployments.Single(deployment => NameOf(deployment) == "gateway")).Items("envFrom"), source => source.Text("secretRef", "name") == "database");
    }

    [Fact]
    public void Every_role_is_guarded_against_drains()
    {
        var guarded = YamlFile.Kubernetes("PodDisruptionBudget").Select(budget => budget.Text("spec", "selector", "matchLabels", "app.kubernetes.io/name")!);

        Assert.Equal(Roles.All.Order(), guarded.Order());
    }

    [Fact]
    public void Every_stage_is_scaled_by_the_queue_of_its_commands()
    {
        var scaled = YamlFile.Kubernetes("ScaledObject");

        var queues = scaled.SelectMany(scale => scale.Items("spec", "triggers").Select(trigger => (Of: scale.Text("spec", "scaleTargetRef", "name")!, Queue: trigger.Text("metadata", "queueName")!))).ToArray();
        Assert.Equal(Queues.OfCommands.Order(), queues.Select(scaled => scaled.Queue).Order());
        Assert.All(queues, scaled => Assert.Equal(scaled.Of, Queues.StageOf(scaled.Queue)));
        // KEDA does not see what is being worked at, so that with none at least a worker could be taken in the middle of its work.
        Assert.All(scaled, scale => Assert.True(int.Parse(scale.Text("spec", "minReplicaCount")!) >= 1));
        var secret = YamlFile.Kubernetes("TriggerAuthentication").Single().Find("spec", "secretTargetRef", "0");
        Assert.NotNull(YamlFile.Kubernetes("Secret").Single(s => NameOf(s) == secret.Text("name")).Text("stringData", secret.Text("key")!));
    }

    [Fact]
    public void Brokers_let_a_delivery_take_a_day()
    {
        const string day = "consumer_timeout = 86400000";

        Assert.Contains(day, File.ReadAllText(Repository.File("deploy/rabbitmq.conf")), StringComparison.Ordinal);
        Assert.Contains(day, YamlFile.Kubernetes("RabbitmqCluster").Single().Text("spec", "rabbitmq", "additionalConfig"), StringComparison.Ordinal);
    }

    private static string NameOf(YamlNode resource) => resource.Text("metadata", "name")!;

    private static YamlNode Container(YamlNode deployment) => deployment.Items("spec", "template", "spec", "containers").Single();
}
