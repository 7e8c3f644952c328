using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>One operation of the OpenAPI document.</summary>
/// <param name="Name">Its operationId, or method and path where it has none.</param>
/// <param name="Path">With {parameters}.</param>
/// <param name="Bodies">Schemas by content type.</param>
/// <param name="Answers">Schemas by content type, by status; null where none is said.</param>
/// <param name="NeedsKey">Whether nobody gets an answer without an API key.</param>
internal sealed record ApiOperation(string Name, string Method, string Path, IReadOnlyList<ApiParameter> Parameters, IReadOnlyDictionary<string, JsonNode> Bodies,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonNode?>> Answers, bool NeedsKey)
{
    public override string ToString() => Name;
}

/// <param name="In">path, query or header.</param>
internal sealed record ApiParameter(string Name, string In, JsonNode Schema);
