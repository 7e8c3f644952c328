using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
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
        var json = JsonOf(await storyboards.Get((await videos.Get(context, id)).Id, context.RequestAborted));
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(json, "application/json", entityTag: TagOf(json));
    }

    private static async Task<Ok<Video>> Put(HttpContext context, string id, OwnVideos videos, StoryboardEdits storyboards)
    {
        var job = await videos.Get(context, id);
        var body = await JsonText.Read(context.Request, context.RequestAborted);
        await Edited(context, job, storyboards, revision => storyboards.Replace(job.Id, body, revision, context.RequestAborted));
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    private static async Task<Ok<Video>> Patch(HttpContext context, string id, [Description("The scene, from 0."), Range(0, StoryboardLimits.Scenes - 1)] int n, OwnVideos videos, StoryboardEdits storyboards)
    {
        var job = await videos.Get(context, id);
        var body = await JsonText.Read(context.Request, context.RequestAborted);
        JsonNode? patch;
        try
        {
            patch = JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read as JSON.", e);
        }
        if (patch is not JsonObject changes) throw ReelsmithException.InvalidInput("json_invalid", "The patch is not a JSON object.", "Send the members of the scene that change.");
        await Edited(context, job, storyboards, revision => storyboards.Patch(job.Id, n, changes, revision, context.RequestAborted));
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    // The job was read before the storyboard is: whatever comes between is another revision, which the edit refuses.
    private static async Task Edited(HttpContext context, JobView job, StoryboardEdits storyboards, Func<int?, Task> edit)
    {
        var wanted = context.Request.Headers.IfMatch;
        if (wanted.Count > 0 && !Matches(wanted, TagOf(JsonOf(await storyboards.Get(job.Id, context.RequestAborted))))) throw Changed();
        try
        {
            await edit(wanted.Count > 0 ? job.Revision : null);
        }
        catch (ReelsmithException e) when (e.Failure.Code == JobCoordinator.StoryboardChanged)
        {
            throw Changed();
        }
    }

    // RFC 9110, 13.1.1: strong comparison with any of the list.
    private static bool Matches(StringValues wanted, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseStrictList([.. wanted.OfType<string>()], out var tags) && tags.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: true));

    private static RequestBodyException Changed() => new(StatusCodes.Status412PreconditionFailed, JobCoordinator.StoryboardChanged, "The storyboard was changed by somebody else. Read it again, then edit that.");

    private static byte[] JsonOf(Storyboard storyboard) => JsonSerializer.SerializeToUtf8Bytes(storyboard, ContractsJson.Readable);

    private static EntityTagHeaderValue TagOf(byte[] json) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(json))}\"");
}
