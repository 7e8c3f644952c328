using System.Net;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Reelsmith.Gateway.Tests.Http;

public sealed partial class DocumentTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1_and_every_operation_has_the_error()
    {
        await using var gateway = await GatewayHttp.Start(_data);

        var (document, diagnostic) = await Read(gateway);

        Assert.Equal((OpenApiSpecVersion.OpenApi3_1, "Reelsmith"), (diagnostic.SpecificationVersion, document.Info.Title));
        Assert.Empty(diagnostic.Errors);
        Assert.Equal(gateway.Address.AbsoluteUri, Assert.Single(document.Servers!).Url);
        Assert.Equal("bearer", document.Components!.SecuritySchemes!["bearer"].Scheme);
        Assert.Contains("/health/ready", document.Paths.Keys);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            var schema = operation.Responses!["default"].Content!["application/json"].Schema!;
            Assert.Equal(["code", "message", "param", "type"], schema.Properties!["error"].Properties!.Keys.Order());
            Assert.False(string.IsNullOrEmpty(operation.Summary));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Operations_ask_for_a_key_where_the_server_does(bool keys)
    {
        await using var gateway = await GatewayHttp.Start(_data, keys ? ["--require-keys"] : [], map: app => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/v1/thing", () => "a thing"));

        var (document, _) = await Read(gateway);

        Assert.Equal(keys, document.Paths["/v1/thing"].Operations![HttpMethod.Get].Security is { Count: > 0 });
        Assert.True(document.Paths["/health/live"].Operations![HttpMethod.Get].Security is null or { Count: 0 });
    }

    [Fact]
    public async Task The_page_takes_everything_from_here()
    {
        await using var gateway = await GatewayHttp.Start(_data);

        Assert.Equal("/docs", (await gateway.Client.GetAsync("/")).Headers.Location?.OriginalString);
        var page = await gateway.Client.GetAsync("/docs/");
        var html = await page.Content.ReadAsStringAsync();

        Assert.DoesNotMatch("https?://", html);
        var scripts = Scripts().Matches(html).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts) Assert.Equal(HttpStatusCode.OK, (await gateway.Client.GetAsync($"/docs/{script}")).StatusCode);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonces().Match(html).Groups[1].Value;
        Assert.Contains($"script-src 'nonce-{nonce}'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonces().Match(await gateway.Client.GetStringAsync("/docs/")).Groups[1].Value);
    }

    private static async Task<(OpenApiDocument, OpenApiDiagnostic)> Read(GatewayHttp gateway)
    {
        var result = OpenApiDocument.Parse(await gateway.Client.GetStringAsync("/openapi/v1.json"), "json");
        return (result.Document!, result.Diagnostic!);
    }

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Scripts();

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonces();
}
