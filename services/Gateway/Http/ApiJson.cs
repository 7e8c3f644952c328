using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reelsmith.Gateway.Http;

/// <summary>JSON as the API speaks it: snake_case, nulls explicit, numbers also as strings. Storyboards keep the form of their files (<see cref="Contracts.ContractsJson"/>).</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Set(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    internal static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // every answer says that it is JSON, and nosniff
        return options;
    }
}
