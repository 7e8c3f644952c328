using Reelsmith.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Reelsmith.Topology.Tests.Deployment;

/// <summary>Reads the YAML files of deploy/.</summary>
internal static class YamlFile
{
    public static IReadOnlyList<YamlNode> Documents(string path)
    {
        using var text = File.OpenText(Repository.File(path));
        var stream = new YamlStream();
        stream.Load(text);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    public static IReadOnlyList<YamlNode> Kubernetes(string kind) =>
        [.. Directory.EnumerateFiles(Repository.File("deploy/kubernetes"), "*.yaml").SelectMany(Documents).Where(document => document.Text("kind") == kind)];

    /// <summary>What stands below these keys, one in the other, also where it is merged in ("&lt;&lt;"); null when nothing does.</summary>
    public static YamlNode? Find(this YamlNode? node, params string[] keys)
    {
        foreach (var key in keys) node = Child(node, key);
        return node;
    }

    public static string? Text(this YamlNode? node, params string[] keys) => (node.Find(keys) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode? node, params string[] keys) => node.Find(keys) as YamlSequenceNode ?? [];

    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node, params string[] keys) =>
        (node.Find(keys) as YamlMappingNode)?.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value)) ?? [];

    private static YamlNode? Child(YamlNode? node, string key) => node switch
    {
        YamlMappingNode map when map.Children.TryGetValue(key, out var value) => value,
        YamlMappingNode map when map.Children.TryGetValue("<<", out var merged) => Child(merged, key),
        YamlSequenceNode list => list.ElementAtOrDefault(int.TryParse(key, out var index) ? index : -1),
        _ => null,
    };
}
