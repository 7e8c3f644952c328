using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Mcp;

/// <summary>The tools of the Model Context Protocol.</summary>
internal static class McpExtensions
{
    public const string Path = "/mcp";

    /// <summary>The server with its tools; a transport and an <see cref="IToolUser"/> come with where it runs.</summary>
    public static IMcpServerBuilder AddTools(this IServiceCollection services) => services
        .AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "reelsmith", Title = "Reelsmith", Version = typeof(McpExtensions).Assembly.GetName().Version!.ToString(3) };
            server.ServerInstructions = "Reelsmith makes narrated, captioned, scored videos. create_video starts one, get_video tells how it is until its status is completed, "
                + "download_link tells where it is then. get_storyboard and edit_scene change single scenes, before or after.";
        })
        .WithTools([new CreateVideoTool()])
        .WithTools<VideoTools>(ToolJson.Options)
        .WithTools<StoryboardTools>(ContractsJson.Compact)
        .WithRequestFilters(filters => filters.AddCallToolFilter(ToolErrors.Filter));

    /// <summary>The tools over HTTP. Requests stand alone (no sessions): each has its own caller.</summary>
    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddSingleton<IToolUser, HttpToolUser>();
        services.AddTools().WithHttpTransport(http => http.SessionMode = ModelContextProtocol.AspNetCore.HttpServerSessionMode.Stateless);
        return services;
    }

    public static void MapMcp(this IEndpointRouteBuilder app) => app.MapMcp(Path).ExcludeFromDescription().Add(endpoint => endpoint.RequestDelegate = TakesJson(endpoint.RequestDelegate!));

    // The SDK's reader fails on other types and on charsets that it does not know. JSON is UTF-8, whatever its charset says.
    private static RequestDelegate TakesJson(RequestDelegate next) => context =>
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (!context.Request.HasJsonContentType()) throw RequestBody.Unsupported(context.Request, MediaTypeNames.Application.Json);
            context.Request.ContentType = MediaTypeNames.Application.Json;
        }
        return next(context);
    };
}
