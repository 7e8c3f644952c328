using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Protection;

namespace Reelsmith.Gateway.Videos;

/// <summary>DELETE /v1/videos/{id}; POST …/cancel, …/retry and …/remix.</summary>
internal static class ChangeVideo
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapDelete("/v1/videos/{id}", Delete).WithName("deleteVideo").WithTags("Videos").WithSummary("Remove a video")
            .WithDescription("Cancels it first when it is still made. Its files go when no other video needs them.");
        app.MapPost("/v1/videos/{id}/cancel", Cancel).WithName("cancelVideo").WithTags("Videos").WithSummary("Give a video up")
            .WithDescription("Its work stops at once; what is done stays for a retry. A video that has ended is left as it is.");
        app.MapPost("/v1/videos/{id}/retry", Retry).RequireRateLimiting(RateLimits.Submissions).WithName("retryVideo").WithTags("Videos").WithSummary("Try a failed or cancelled video again")
            .WithDescription("Goes on from what is done.");
        app.MapPost("/v1/videos/{id}/remix", Remix).Accepts<RemixBody>("application/json", "multipart/form-data").RequireRateLimiting(RateLimits.Submissions)
            .WithName("remixVideo").WithTags("Videos").WithSummary("A video of another prompt with the same options").WithDescription("Length, size, voice, theme and the rest are those of the first video.");
    }

    private static async Task<Ok<DeletedVideo>> Delete(HttpContext context, string id, JobCoordinator jobs, OwnVideos videos)
    {
        await jobs.Delete((await videos.Get(context, id)).Id, CancellationToken.None);
        return TypedResults.Ok(new DeletedVideo(id, "video.deleted", true));
    }

    private static async Task<Ok<Video>> Cancel(HttpContext context, string id, JobCoordinator jobs, OwnVideos videos)
    {
        await jobs.Cancel((await videos.Get(context, id)).Id, CancellationToken.None);
        return TypedResults.Ok(Video.Of(await videos.Get(context, id)));
    }

    private static async Task<Ok<Video>> Retry(HttpContext context, string id, JobCoordinator jobs, OwnVideos videos)
    {
        await jobs.Retry((await videos.Get(context, id)).Id, CancellationToken.None);
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    private static async Task<Ok<Video>> Remix(HttpContext context, string id, JobCoordinator jobs, OwnVideos videos, VideoLimits limits)
    {
        var source = await videos.Get(context, id);
        var fields = await RequestFields.Read(context.Request, context.RequestAborted);
        fields.AllowOnly(["prompt"]);
        var prompt = fields.Text("prompt") ?? throw ReelsmithException.InvalidInput("prompt_missing", "There is no prompt.", "Say what the new video is about.");
        limits.Check(source.Request.Seconds);
        var request = source.Request with { Prompt = prompt.Trim(), Text = null, Storyboard = null };
        return await CreateVideo.Submit(context, new NewJob(source.Owner, request) { Model = source.Model, RemixOf = source.Id, IdempotencyKey = CreateVideo.KeyOf(context) }, jobs, videos);
    }

    /// <summary>What …/remix takes.</summary>
    internal sealed record RemixBody
    {
        [Description("What the new video is about.")]
        [MaxLength(VideoRequestRules.PromptCharacters)]
        public required string Prompt { get; init; }
    }
}
