using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Keys;

namespace Reelsmith.Gateway.Http.OpenApi;

/// <summary>What the OpenAPI document says beyond the endpoints themselves.</summary>
internal sealed class ApiDocument(KeyPolicy keys) : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Bearer = "bearer";
    private const string Error = "error";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Reelsmith",
            Version = "v1",
            Description = "Turns a prompt or a text into a narrated, captioned, scored video. `/v1/videos` is the format that the OpenAI SDKs speak (`client.videos`), with more under the same resources.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "An API key, `rsk_…`, made with `reelsmith keys add NAME`. Not needed while only this machine can reach the server.",
        };
        document.AddComponent(nameof(ErrorAnswer), await context.GetOrCreateSchemaAsync(typeof(ErrorAnswer), null, cancellationToken));
        document.AddComponent(Error, (IOpenApiResponse)new OpenApiResponse
        {
            Description = "What is wrong and what to change.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorAnswer), document) } },
        });
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponseReference(Error, context.Document);
        if (keys.Required && !context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }
        return Task.CompletedTask;
    }
}
