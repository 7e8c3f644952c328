using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Engines;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>What a type of C# cannot say of the bodies of POST /v1/videos and POST /v1/storyboards.</summary>
internal sealed class VideoBodySchemas : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas is not { } schemas || !schemas.TryGetValue(nameof(CreateVideoBody), out var body) || body is not OpenApiSchema json) return;
        var form = await context.GetOrCreateSchemaAsync(typeof(CreateVideoForm), null, cancellationToken);
        document.AddComponent(nameof(CreateVideoForm), form);
        json.Properties!["storyboard"] = AnyOf("A storyboard, or its JSON as a string.", new OpenApiSchemaReference(nameof(Storyboard), document), Text());
        json.Properties["webhook"] = AnyOf(json.Properties["webhook"].Description, Url(), new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["url"] = Url(), ["secret"] = Text() },
            Required = new HashSet<string> { "url" },
            AdditionalPropertiesAllowed = false,
        });
        OpenApiSchema[] writing = schemas.TryGetValue(nameof(StoryboardBody), out var script) && script is OpenApiSchema storyboard ? [storyboard] : [];
        foreach (var either in writing) either.Properties!["storyboard"] = AnyOf(either.Properties["storyboard"].Description, new OpenApiSchemaReference(nameof(Storyboard), document), Text());
        foreach (var either in writing.Append(json).Append(form))
        {
            either.AdditionalPropertiesAllowed = false;
            either.OneOf = [Only("prompt"), Only("text"), Only("storyboard")];
            Choice(either, "theme", StyleChoices.Themes);
            Choice(either, "music", StyleChoices.Music);
        }
        if (schemas.TryGetValue(nameof(ChangeVideo.RemixBody), out var known) && known is OpenApiSchema remix) remix.AdditionalPropertiesAllowed = false;
    }

    private static OpenApiSchema AnyOf(string? description, params IList<IOpenApiSchema> schemas) => new() { Description = description, AnyOf = schemas };

    private static OpenApiSchema Only(string name) => new() { Required = new HashSet<string> { name } };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Url() => new() { Type = JsonSchemaType.String, Format = "uri", MaxLength = 2_000 };

    private static void Choice(OpenApiSchema body, string name, IReadOnlyList<string> choices)
    {
        if (body.Properties![name] is not OpenApiSchema schema) return;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. choices.Select(choice => (JsonNode)JsonValue.Create(choice))];
    }
}
