using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET /v1/videos/{id}.</summary>
internal static class GetVideo
{
    private const string PollAfter = "openai-poll-after-ms";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/v1/videos/{id}", Get)
        .WithName("getVideo").WithTags("Videos").WithSummary("How a video is").WithDescription("While it is made, the header openai-poll-after-ms says when to ask again; GET …/events tells at once.");

    private static async Task<Ok<Video>> Get(HttpContext context, string id, OwnVideos videos) => TypedResults.Ok(Told(context, await videos.Get(context, id)));

    /// <summary>The video for an answer, and when to ask again.</summary>
    public static Video Told(HttpContext context, JobView job)
    {
        if (job.Status is JobStatus.Queued or JobStatus.Running) context.Response.Headers[PollAfter] = "1000";
        return Video.Of(job);
    }
}
