using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reelsmith.Illustrations.Tool;

/// <summary>Reads the icons of @iconify-json/fluent-emoji: one of each, people in the light-medium skin tone where there is one.</summary>
internal static partial class FluentIcons
{
    private static readonly string[] Tones = ["-medium-light", "-medium-dark", "-light", "-medium", "-dark"];

    public static IReadOnlyList<FluentIcon> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var all = json.RootElement.GetProperty("icons").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        var width = json.RootElement.GetProperty("width").GetInt32();
        var height = json.RootElement.GetProperty("height").GetInt32();
        return [.. all.Keys.Where(name => !IsTone(name, all)).Order(StringComparer.Ordinal).Select(name =>
        {
            var icon = all.TryGetValue(name + Tones[0], out var toned) ? toned : all[name];
            return new FluentIcon(name, Size(icon, "width", width), Size(icon, "height", height), ShortIds(Upright().Replace(icon.GetProperty("body").GetString()!, "rotate($1)")));
        })];
    }

    private static bool IsTone(string name, Dictionary<string, JsonElement> all) =>
        Tones.FirstOrDefault(tone => name.EndsWith(tone, StringComparison.Ordinal)) is { } found
        && all.ContainsKey(name[..^found.Length]) && all.ContainsKey(name[..^found.Length] + Tones[0]);

    private static int Size(JsonElement icon, string side, int otherwise) => icon.TryGetProperty(side, out var value) ? value.GetInt32() : otherwise;

    /// <summary>The pack's ids are random letters, unique over the whole set, which no compressor can shorten. Numbered within each
    /// icon they repeat from icon to icon.</summary>
    private static string ShortIds(string body)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Id().Matches(body)) ids.TryAdd(match.Groups[1].Value, "i" + ids.Count.ToString(CultureInfo.InvariantCulture));
        return Reference().Replace(body, match => ids.TryGetValue(match.Groups[2].Value, out var id)
            ? match.Groups[1].Value + id + match.Groups[3].Value
            : throw new InvalidDataException($"An icon refers to {match.Groups[2].Value}, which it does not define."));
    }

    /// <summary>The pack's optimiser wrote some quarter turns as a skew by 90°, which is no finite matrix: librsvg gives up on the whole picture.</summary>
    [GeneratedRegex("skew[XY]\\((-?90)\\)")]
    private static partial Regex Upright();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(\\bid=\"|href=\"#|url\\(#)([^\")]+)([\")])")]
    private static partial Regex Reference();
}
