using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>Says which values there are where they are few, and that numbers are numbers: the reader would take them as strings too,
/// but nothing answers so.</summary>
internal sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0 && !TakesStrings(context))
        {
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        }
        if (AllowedValues(context) is { } allowed)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. allowed.Values.Select(value => (JsonNode)JsonValue.Create((string)value!))];
        }
        return Task.CompletedTask;
    }

    // Forms have nothing but strings, and JSON takes the same.
    private static bool TakesStrings(OpenApiSchemaTransformerContext context) => typeof(StoryboardBody).IsAssignableFrom(context.JsonPropertyInfo?.DeclaringType);

    private static AllowedValuesAttribute? AllowedValues(OpenApiSchemaTransformerContext context) => context switch
    {
        { JsonPropertyInfo.AttributeProvider: { } property } => property.GetCustomAttributes(typeof(AllowedValuesAttribute), false).OfType<AllowedValuesAttribute>().FirstOrDefault(),
        { ParameterDescription.ParameterDescriptor: IParameterInfoParameterDescriptor parameter } => parameter.ParameterInfo.GetCustomAttribute<AllowedValuesAttribute>(),
        _ => null,
    };
}
