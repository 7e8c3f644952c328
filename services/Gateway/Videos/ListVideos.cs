using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET /v1/videos.</summary>
internal static class ListVideos
{
    private const int DefaultLimit = 20;
    private const int MostLimit = 100;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/v1/videos", List)
        .WithName("listVideos").WithTags("Videos").WithSummary("Your videos").WithDescription("A page of them; the next begins after this page's last_id.");

    private static async Task<Ok<VideoList>> List(HttpContext context, JobCatalog jobs, [Description("The page begins behind this video.")] string? after = null,
        [Description("Videos a page."), Range(1, MostLimit)] int limit = DefaultLimit, [Description("asc: oldest first; desc: newest first."), AllowedValues("asc", "desc")] string order = "desc")
    {
        Guid? behind = null;
        if (!string.IsNullOrEmpty(after)) behind = VideoId.TryParse(after, out var id) ? id : throw ReelsmithException.InvalidInput("after_invalid", "\"after\" is no video's id.", "Use the last_id of the page before.");
        if (limit is < 1 or > MostLimit) throw ReelsmithException.InvalidInput("limit_out_of_range", $"The limit is {limit}.", $"Use 1 to {MostLimit}.");
        if (order is not ("asc" or "desc")) throw ReelsmithException.InvalidInput("order_unknown", "There is no such order.", "Use asc or desc.");
        var page = await jobs.List(context.Caller().Id, behind, limit, order == "asc", context.RequestAborted);
        Video[] videos = [.. page.Jobs.Select(Video.Of)];
        return TypedResults.Ok(new VideoList("list", videos, videos.FirstOrDefault()?.Id, videos.LastOrDefault()?.Id, page.HasMore));
    }
}
