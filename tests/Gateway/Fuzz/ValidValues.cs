using System.Text.Json;
using System.Text.Json.Nodes;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Photos;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Values that a schema allows.</summary>
internal sealed class ValidValues(ApiDescription api, Random random)
{
    private const int Deepest = 6;

    private static readonly string Photo = SomePhoto.DataUrl(SomePhoto.Of(64, 64));

    // What exactly one of is given.
    private static readonly string[] Sources = ["prompt", "text", "storyboard"];

    public JsonNode? Of(JsonNode schema, string name = "", int depth = 0)
    {
        // What rules beyond the schema ask of a value.
        switch (name)
        {
            case "prompt": return $"Why do volcanoes erupt, case {random.Next()}? {Hostile.Script}";
            case "text": return string.Join(' ', Enumerable.Range(0, 25).Select(_ => $"word{random.Next(1_000)}"));
            case "storyboard": return JsonSerializer.SerializeToNode(SampleStoryboard.Of(random.Next(1, 4)) with { Title = $"{Hostile.Script} {random.Next()}" }, ContractsJson.Readable);
            case "language": return Pick(["en", "de-AT", "zh-Hant", "pt-BR"]);
            case "voice": return "someone";
            case "input_reference": return random.Next(2) == 0 ? Photo : new JsonObject { ["image_url"] = Photo };
            case "webhook": return random.Next(2) == 0 ? "https://hooks.example/reelsmith" : new JsonObject { ["url"] = "https://hooks.example/reelsmith" };
            case "webhook_secret" or "secret": return $"whsec_{Convert.ToBase64String(new byte[32])}";
            case "size": return Pick(["1280x720", "720x1280", "128x128"]);
            case "fps": return Pick([24, 25, 30, 60]);
        }
        schema = api.Resolve(schema);
        if (schema["enum"] is JsonArray choices) return Pick([.. choices])?.DeepClone();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray either && schema["properties"] is null) return Of(Pick([.. either])!, "", depth + 1);
        return TypeOf(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(Number(schema, "minItems", 0), 3)).Select(_ => Of(schema["items"]!, "", depth + 1))]),
            "integer" => random.Next(Number(schema, "minimum", 0), (int)Math.Min(int.MaxValue, (long)Number(schema, "maximum", 1_000) + 1)),
            "number" => Number(schema, "minimum", 0) + random.NextDouble(),
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => Text(schema),
        };
    }

    private JsonObject Object(JsonNode schema, int depth)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        var source = Sources.All(properties.ContainsKey) ? Pick(Sources) : null;
        var value = new JsonObject();
        foreach (var (name, of) in properties)
        {
            if (source is not null && Sources.Contains(name) ? name != source : !required.Contains(name) && (depth > Deepest || random.Next(3) > 0)) continue;
            value[name] = Of(of!, name, depth + 1);
        }
        if (value.ContainsKey("size")) value.Remove("aspect");
        if (value.ContainsKey("webhook_secret")) value["webhook"] ??= "https://hooks.example/reelsmith";
        return value;
    }

    private string Text(JsonNode schema) => schema["pattern"]?.GetValue<string>() switch
    {
        null => $"text {random.Next(100, 1_000)}"[..Math.Min(Number(schema, "maxLength", 8), 8)],
        var pattern when pattern.Contains("video_", StringComparison.Ordinal) => $"video_{Guid.NewGuid():N}",
        _ => $"{random.Next(10, 60)}",
    };

    private string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => Pick([.. types.Select(type => type!.GetValue<string>()).Where(type => type != "null")]),
        JsonValue type => type.GetValue<string>(),
        _ => schema["properties"] is null ? null : "object",
    };

    private static int Number(JsonNode schema, string name, int otherwise) => schema[name] is JsonValue value ? (int)Math.Clamp(value.GetValue<double>(), int.MinValue, int.MaxValue - 1) : otherwise;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
