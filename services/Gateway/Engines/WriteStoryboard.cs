using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Videos;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Engines;

/// <summary>POST /v1/storyboards.</summary>
internal static class WriteStoryboard
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/v1/storyboards", Write)
        .Accepts<StoryboardBody>("application/json", "multipart/form-data").Produces<Storyboard>()
        .RequireRateLimiting(RateLimits.Submissions)
        .WithName("writeStoryboard").WithTags("Storyboards").WithSummary("Write a storyboard, and nothing more")
        .WithDescription("Takes what POST /v1/videos takes and answers with the plan of the film, in the format of docs/storyboard.schema.json: to read, to edit, and to send as `storyboard` "
            + "of a video. No job is made; whoever goes away before the answer stops the work.");

    private static async Task<PhysicalFileHttpResult> Write(HttpContext context, StoryboardWriting storyboards, IArtifactStore artifacts)
    {
        var cancellationToken = context.RequestAborted;
        var fields = await RequestFields.Read(context.Request, cancellationToken);
        fields.AllowOnly(VideoWishes.ScriptParameters);
        var written = await storyboards.Write(await VideoWishes.Read(fields, artifacts, cancellationToken), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.PhysicalFile(await artifacts.PathOf(written, cancellationToken), "application/json");
    }
}
