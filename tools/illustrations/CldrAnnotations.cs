using System.Text.Json;

namespace Reelsmith.Illustrations.Tool;

/// <summary>The name and the keywords of every character in one language.</summary>
internal static class CldrAnnotations
{
    public static Dictionary<string, (string Name, string[] Keywords)> Read(string annotations, string derived, string language)
    {
        var read = new Dictionary<string, (string, string[])>(StringComparer.Ordinal);
        Add(Path.Combine(annotations, "annotations", language, "annotations.json"), "annotations");
        Add(Path.Combine(derived, "annotationsDerived", language, "annotations.json"), "annotationsDerived");
        return read;

        void Add(string path, string root)
        {
            if (!File.Exists(path)) return;
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var entry in json.RootElement.GetProperty(root).GetProperty("annotations").EnumerateObject())
            {
                var name = entry.Value.TryGetProperty("tts", out var tts) ? tts[0].GetString()! : "";
                var keywords = entry.Value.TryGetProperty("default", out var list) ? list.EnumerateArray().Select(k => k.GetString()!).ToArray() : [];
                if (name.Length > 0) read.TryAdd(entry.Name.Replace("\uFE0F", "", StringComparison.Ordinal), (name, keywords));
            }
        }
    }
}
