using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Photos;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>What a type of C# cannot say of the bodies of POST /v1/videos and POST /v1/storyboards, and the same bodies as forms.</summary>
internal sealed class VideoBodySchemas : IOpenApiDocumentTransformer
{
    public const string VideoForm = "CreateVideoForm";
    public const string StoryboardForm = "StoryboardForm";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas is not { } schemas) return Task.CompletedTask;
        Describe(document, schemas, nameof(CreateVideoBody), VideoForm);
        Describe(document, schemas, nameof(StoryboardBody), StoryboardForm);
        if (schemas.TryGetValue(nameof(ChangeVideo.RemixBody), out var known) && known is OpenApiSchema remix) remix.AdditionalPropertiesAllowed = false;
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiDocument document, IDictionary<string, IOpenApiSchema> schemas, string name, string formName)
    {
        if (!schemas.TryGetValue(name, out var schema) || schema is not OpenApiSchema { Properties: { } properties } body) return;
        properties["storyboard"] = AnyOf(properties["storyboard"].Description, new OpenApiSchemaReference(nameof(Storyboard), document), Text());
        UrlOrObject(properties, "webhook", Url(), "url", "secret");
        UrlOrObject(properties, PhotoField.Name, Text(), "image_url");
        Choice(body, "theme", StyleChoices.Themes);
        Choice(body, "music", StyleChoices.Music);
        (body.AdditionalPropertiesAllowed, body.OneOf) = (false, [Only("prompt"), Only("text"), Only("storyboard")]);
        document.AddComponent(formName, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties.ToDictionary(property => property.Key, property => AsText(property.Value)),
            AdditionalPropertiesAllowed = false,
            OneOf = body.OneOf,
        });
    }

    // A form has nothing but texts.
    private static IOpenApiSchema AsText(IOpenApiSchema value)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String, Description = value.Description };
        if (value.AnyOf?.OfType<OpenApiSchema>().First(either => either.Type == JsonSchemaType.String) is { } alternative) (text.Format, text.MaxLength) = (alternative.Format, alternative.MaxLength);
        else if (value.Type?.HasFlag(JsonSchemaType.Integer) == true) text.Pattern = "^-?[0-9]{1,10}$";
        else if (value.Type?.HasFlag(JsonSchemaType.Boolean) == true) text.Enum = ["true", "false"];
        else return value;
        return text;
    }

    private static void UrlOrObject(IDictionary<string, IOpenApiSchema> properties, string name, OpenApiSchema url, string member, params string[] others)
    {
        if (!properties.TryGetValue(name, out var property)) return;
        properties[name] = AnyOf(property.Description, url, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = others.Select(other => KeyValuePair.Create(other, Text())).Prepend(KeyValuePair.Create(member, url)).ToDictionary(known => known.Key, IOpenApiSchema (known) => known.Value),
            Required = new HashSet<string> { member },
            AdditionalPropertiesAllowed = false,
        });
    }

    private static OpenApiSchema AnyOf(string? description, params IList<IOpenApiSchema> schemas) => new() { Description = description, AnyOf = schemas };

    private static OpenApiSchema Only(string name) => new() { Required = new HashSet<string> { name } };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Url() => new() { Type = JsonSchemaType.String, Format = "uri", MaxLength = PublicAddressesOnly.LongestUrl };

    private static void Choice(OpenApiSchema body, string name, IReadOnlyList<string> choices)
    {
        if (body.Properties![name] is not OpenApiSchema schema) return;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. choices.Select(choice => (JsonNode)JsonValue.Create(choice))];
    }
}
