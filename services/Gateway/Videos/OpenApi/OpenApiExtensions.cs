using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>What the API's description has to say of videos beyond what the endpoints' types tell.</summary>
internal static class OpenApiExtensions
{
    public static IServiceCollection DescribeVideos(this IServiceCollection services) => services.Configure<OpenApiOptions>("v1", options => options
        .AddSchemaTransformer(new ValueSchemas())
        .AddOperationTransformer(new VideoOperations())
        .AddDocumentTransformer(new VideoBodySchemas())
        .AddDocumentTransformer(new StoryboardSchemas()));
}
