using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>Puts docs/storyboard.schema.json, which is what storyboards are checked against, where the generator has put what it makes of
/// the C# types in the names and kinds of the rest of the API.</summary>
internal sealed class StoryboardSchemas : IOpenApiDocumentTransformer
{
    private const string Definitions = "#/$defs/";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var schemas = document.Components?.Schemas;
        if (schemas is null) return Task.CompletedTask;
        var root = Read();
        var definitions = root["$defs"]!.AsObject();
        foreach (var name in new[] { "$schema", "$id", "$defs", "title" }) root.Remove(name);
        schemas[nameof(Storyboard)] = SchemaOf(root, definitions, document);
        foreach (var (name, definition) in definitions.Where(definition => IsObject(definition.Value))) schemas[NameOf(name)] = SchemaOf(definition!.AsObject(), definitions, document);
        schemas.Remove(nameof(Template));
        schemas.Remove(nameof(Transition));
        return Task.CompletedTask;
    }

    private static JsonObject Read()
    {
        using var file = typeof(StoryboardSchemas).Assembly.GetManifestResourceStream("storyboard.schema.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    private static OpenApiSchema SchemaOf(JsonObject schema, JsonObject definitions, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(Resolved(schema, definitions)!.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")!;

    // Objects are referred to by name. What is short is written where it is used: a reference in OpenAPI cannot be narrowed.
    private static JsonNode? Resolved(JsonNode? node, JsonObject definitions)
    {
        if (node is JsonArray items) return new JsonArray([.. items.Select(item => Resolved(item, definitions))]);
        if (node is not JsonObject schema) return node?.DeepClone();
        var resolved = new JsonObject();
        foreach (var (name, value) in schema)
        {
            if (name != "$ref") resolved[name] = Resolved(value, definitions);
            else if (definitions[NameIn(value)] is var definition && IsObject(definition)) resolved["$ref"] = $"#/components/schemas/{NameOf(NameIn(value))}";
            else foreach (var (inner, constraint) in Resolved(definition, definitions)!.AsObject()) resolved[inner] ??= constraint?.DeepClone();
        }
        return resolved;
    }

    private static string NameIn(JsonNode? reference) => reference!.GetValue<string>()[Definitions.Length..];

    private static bool IsObject(JsonNode? definition) => definition?["type"] is JsonValue type && type.GetValueKind() == System.Text.Json.JsonValueKind.String && type.GetValue<string>() == "object";

    private static string NameOf(string definition) => char.ToUpperInvariant(definition[0]) + definition[1..];
}
