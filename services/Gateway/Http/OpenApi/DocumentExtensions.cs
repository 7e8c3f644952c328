using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Reelsmith.Gateway.Http.OpenApi;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class DocumentExtensions
{
    public const string DocsPath = "/docs";

    private const string DocumentPath = "/openapi/{documentName}.json";

    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<ApiDocument>().AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer<ApiDocument>();
        options.AddOperationTransformer<ApiDocument>();
    });

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi(DocumentPath).AllowAnonymous();
        app.MapScalarApiReference(DocsPath, (page, context) =>
        {
            // Everything comes from here: no fonts, bundles, telemetry or agents of others, and the policy holds the page to that.
            page.WithTitle("Reelsmith API").WithOpenApiRoutePattern(DocumentPath).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().WithNonce();
            page.HideClientButton = true;
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{context.Items[ScalarOptions.NonceHttpContextItemKey]}' 'strict-dynamic'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                return Task.CompletedTask;
            });
        }).AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect(DocsPath)).AllowAnonymous().ExcludeFromDescription();
    }
}
