using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reelsmith.Gateway.Load;

internal static class LoadExtensions
{
    public static void MapLoad(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1").WithTags("Engines").MapGet("/load", (LoadMonitor monitor) => TypedResults.Ok(monitor.Load)).WithName("getLoad").WithSummary("Read how much work there is")
            .WithDescription("How many videos wait and are being made, and, where several processes share the work, what waits for each stage and how many workers it should have.");
}
