using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Engines;

public sealed class EngineDocumentTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_document_says_what_is_asked_and_answered()
    {
        await using var gateway = await GatewayHttp.Start(_data);

        var document = OpenApiDocument.Parse(await gateway.Client.GetStringAsync("/openapi/v1.json"), "json").Document!;

        Assert.Equal(["engine", "id", "languages", "name", "ready", "version"], Members(Answer(document, "/v1/voices").Properties!["data"].Items!));
        Assert.Equal(["detail", "engine", "fix", "ready", "stage", "version"], Members(Answer(document, "/v1/engines").Properties!["data"].Items!));
        Assert.Equal(["aspects", "data", "limits", "music", "object"], Members(Answer(document, "/v1/themes")));
        var storyboards = document.Paths["/v1/storyboards"].Operations![HttpMethod.Post];
        Assert.Equal(["application/json", "multipart/form-data"], storyboards.RequestBody!.Content!.Keys.Order());
        Assert.All(storyboards.RequestBody.Content.Values, body => Assert.Equal(["captions", "language", "music", "prompt", "seconds", "seed", "storyboard", "text", "theme", "voice"], Members(body.Schema!)));
        Assert.Contains("scenes", Members(storyboards.Responses!["200"].Content!["application/json"].Schema!));
        Assert.DoesNotContain("/mcp", document.Paths.Keys);
    }

    private static IOpenApiSchema Answer(OpenApiDocument document, string path) =>
        document.Paths[path].Operations![HttpMethod.Get].Responses!["200"].Content!["application/json"].Schema!;

    private static string[] Members(IOpenApiSchema schema) => [.. schema.Properties!.Keys.Order()];
}
