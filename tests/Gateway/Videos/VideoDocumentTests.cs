using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>Whether the OpenAPI document says of videos what is so.</summary>
public sealed class VideoDocumentTests : IAsyncLifetime
{
    private readonly TemporaryData _data = new();
    private GatewayHttp _gateway = null!;
    private JsonNode _document = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayHttp.Start(_data);
        _document = JsonNode.Parse(await _gateway.Client.GetStringAsync("/openapi/v1.json"))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_description_and_failures()
    {
        var read = OpenApiDocument.Parse(_document.ToJsonString(), "json");
        var operations = read.Document!.Paths.SelectMany(path => path.Value.Operations!.Values).Where(operation => operation.Tags!.Any(tag => tag.Name is "Videos" or "Storyboards")).ToArray();

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(operations.Length, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty(operation.OperationId) || string.IsNullOrEmpty(operation.Summary) || !operation.Responses!.ContainsKey("default")));
        Assert.Equal(["getVideoContent", "headVideoContent"], operations.Select(operation => operation.OperationId).Where(name => name!.EndsWith("VideoContent", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_storyboard_is_described_by_its_own_schema()
    {
        var schema = _document["components"]!["schemas"]!;

        Assert.Equal("spokenAt", schema["Point"]!["properties"]!.AsObject().Select(property => property.Key).Last());
        Assert.Equal(500, schema["Storyboard"]!["properties"]!["scenes"]!["maxItems"]!.GetValue<int>());
        Assert.Equal("#/components/schemas/Scene", schema["Storyboard"]!["properties"]!["scenes"]!["items"]!["$ref"]!.GetValue<string>());
        Assert.Equal(200, schema["Storyboard"]!["properties"]!["title"]!["maxLength"]!.GetValue<int>());
        Assert.DoesNotContain("#/$defs/", _document.ToJsonString(), StringComparison.Ordinal);
        var storyboard = await _gateway.Client.GetStringAsync($"/v1/videos/{await _gateway.Make()}/storyboard");
        Assert.All(JsonNode.Parse(storyboard)!["scenes"]![0]!["visual"]!.AsObject(), member => Assert.True(schema["Visual"]!["properties"]!.AsObject().ContainsKey(member.Key)));
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        foreach (var reference in References(_document)) Assert.NotNull(reference[2..].Split('/').Aggregate(_document, (node, name) => node?[name]!));
    }

    [Fact]
    public async Task The_examples_work()
    {
        var create = _document["paths"]!["/v1/videos"]!["post"]!;
        var bodies = create["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();
        var told = create["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject();

        Assert.True(bodies.Count > 1);
        foreach (var (_, example) in bodies)
        {
            var video = await (await _gateway.PostJson("/v1/videos", example!["value"]!.ToJsonString())).Json();
            Assert.Equal(video.EnumerateObject().Select(member => member.Name), told.Select(member => member.Key));
            Assert.Equal(video.GetProperty("options").EnumerateObject().Select(member => member.Name), told["options"]!.AsObject().Select(member => member.Key));
        }
    }

    [Fact]
    public async Task What_is_described_is_what_is_taken()
    {
        var schemas = _document["components"]!["schemas"]!;
        var form = schemas["CreateVideoForm"]!["properties"]!.AsObject().Select(property => property.Key).ToArray();
        var json = schemas["CreateVideoBody"]!["properties"]!.AsObject().Select(property => property.Key).ToArray();

        var message = (await (await _gateway.PostJson("/v1/videos", """{"qqqqqqqqqq":1}""")).Error()).Text("message")!;
        var known = message[(message.LastIndexOf("are ", StringComparison.Ordinal) + 4)..].TrimEnd('.').Split(", ");

        Assert.Equal(known.Order(), json.Order());
        Assert.Equal(json.Order(), form.Order());
    }

    [Fact]
    public void Values_are_told_where_they_are_few_and_numbers_are_numbers()
    {
        JsonNode Parameter(string path, string name) => _document["paths"]![path]!["get"]!["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == name)!["schema"]!;

        Assert.Equal("""["video","thumbnail","spritesheet","captions.srt","captions.vtt","storyboard","provenance","qc","audio"]""", Parameter("/v1/videos/{id}/content", "variant")["enum"]!.ToJsonString());
        Assert.Equal("""["asc","desc"]""", Parameter("/v1/videos", "order")["enum"]!.ToJsonString());
        Assert.Equal("integer", Parameter("/v1/videos", "limit")["type"]!.GetValue<string>());
        Assert.Equal("^video_[0-9a-f]{32}$", Parameter("/v1/videos/{id}", "id")["pattern"]!.GetValue<string>());
        Assert.Equal("integer", _document["components"]!["schemas"]!["Video"]!["properties"]!["progress"]!["type"]!.GetValue<string>());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String ? [value.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
