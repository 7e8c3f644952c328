using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>The OpenAPI document as the server gives it.</summary>
internal sealed class ApiDescription
{
    private readonly JsonNode _document;
    private readonly Dictionary<JsonNode, JsonSchema> _schemas = [];
    private readonly JsonObject _definitions;

    public ApiDescription(string json)
    {
        _document = JsonNode.Parse(json)!;
        _definitions = (JsonObject)Rewritten(_document["components"]!["schemas"]!)!;
        Operations = [.. _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => OperationOf(path.Key, operation.Key, operation.Value!)))];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>What a schema refers to, or itself.</summary>
    public JsonNode Resolve(JsonNode schema)
    {
        while (schema["$ref"]?.GetValue<string>() is { } reference) schema = reference[2..].Split('/').Aggregate(_document, (node, name) => node[name]!);
        return schema;
    }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Faults(JsonNode schema, string json)
    {
        JsonSchema known;
        lock (_schemas)
        {
            if (!_schemas.TryGetValue(schema, out known!))
            {
                var whole = (JsonObject)Rewritten(schema)!;
                whole["$defs"] = _definitions.DeepClone();
                _schemas[schema] = known = JsonSchema.FromText(whole.ToJsonString());
            }
        }
        var result = known.Evaluate(JsonDocument.Parse(json).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? null : string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}")));
    }

    private ApiOperation OperationOf(string path, string method, JsonNode operation) => new(operation["operationId"]?.GetValue<string>() ?? $"{method} {path}", method.ToUpperInvariant(), path,
        [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => new ApiParameter(parameter!["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), parameter["schema"]!))],
        (operation["requestBody"]?["content"]?.AsObject() ?? []).ToDictionary(content => content.Key, content => content.Value!["schema"] ?? new JsonObject()),
        operation["responses"]!.AsObject().ToDictionary(answer => answer.Key, answer => (IReadOnlyDictionary<string, JsonNode?>)(Resolve(answer.Value!)["content"]?.AsObject() ?? []).ToDictionary(content => content.Key, content => content.Value!["schema"])),
        operation["security"] is not null);

    private static JsonNode? Rewritten(JsonNode? node) => node switch
    {
        JsonObject schema => new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key,
            member.Key == "$ref" && member.Value is JsonValue ? JsonValue.Create(member.Value.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)) : Rewritten(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Rewritten)]),
        _ => node?.DeepClone(),
    };
}
