using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Http.Protection;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET and PUT /v1/videos/{id}/storyboard; PATCH …/scenes/{n}.</summary>
internal static class EditStoryboard
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/videos/{id}/storyboard", Get).Produces<Storyboard>().WithName("getStoryboard").WithTags("Storyboards").WithSummary("The plan of a video")
            .WithDescription("As it was written or last edited, in the format of docs/storyboard.schema.json. Its ETag goes into If-Match of an edit.");
        app.MapPut("/v1/videos/{id}/storyboard", Put).Accepts<Storyboard>("application/json").RequireRateLimiting(RateLimits.Submissions).WithName("putStoryboard").WithTags("Storyboards")
            .WithSummary("Make the video of an edited storyboard").WithDescription("Only what changed is narrated and drawn anew. With If-Match: 412 when somebody else was faster.");
        app.MapPatch("/v1/videos/{id}/scenes/{n}", Patch).Accepts<JsonObject>("application/json", "application/merge-patch+json").RequireRateLimiting(RateLimits.Submissions).WithName("patchScene").WithTags("Storyboards")
            .WithSummary("Change one scene").WithDescription("A JSON merge patch (RFC 7396) of the scene, for example {\"narration\": \"…\"}. Only what changed is made anew: the scene, and the transition out of it.");
    }

    private static async Task<FileContentHttpResult> Get(HttpContext context, string id, OwnVideos videos, StoryboardEdits storyboards)
    {
        var job = await videos.Get(context, id);
        var json = JsonSerializer.SerializeToUtf8Bytes(await storyboards.Get(job.Id, context.RequestAborted), ContractsJson.Readable);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(json, "application/json", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue(TagOf(job.Revision)));
    }

    private static async Task<Ok<Video>> Put(HttpContext context, string id, OwnVideos videos, StoryboardEdits storyboards)
    {
        var job = await videos.Get(context, id);
        var body = await Body(context);
        await Edited(context, job, revision => storyboards.Replace(job.Id, body, revision, context.RequestAborted));
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    private static async Task<Ok<Video>> Patch(HttpContext context, string id, [Description("The scene, from 0.")] int n, OwnVideos videos, StoryboardEdits storyboards)
    {
        var job = await videos.Get(context, id);
        JsonNode? patch;
        try
        {
            patch = JsonNode.Parse(await Body(context), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read as JSON.", e);
        }
        if (patch is not JsonObject changes) throw ReelsmithException.InvalidInput("json_invalid", "The patch is not a JSON object.", "Send the members of the scene that change.");
        await Edited(context, job, revision => storyboards.Patch(job.Id, n, changes, revision, context.RequestAborted));
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    private static async Task<byte[]> Body(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static async Task Edited(HttpContext context, JobView job, Func<int?, Task> edit)
    {
        var match = context.Request.Headers.IfMatch.ToString();
        int? expected = match.Length == 0 || match == "*" ? null : match == TagOf(job.Revision) ? job.Revision : throw Changed();
        try
        {
            await edit(expected);
        }
        catch (ReelsmithException e) when (e.Failure.Code == JobCoordinator.StoryboardChanged)
        {
            throw Changed();
        }
    }

    private static RequestBodyException Changed() => new(StatusCodes.Status412PreconditionFailed, JobCoordinator.StoryboardChanged, "The storyboard was changed by somebody else. Read it again, then edit that.");

    private static string TagOf(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"revision-{revision}\"");
}
