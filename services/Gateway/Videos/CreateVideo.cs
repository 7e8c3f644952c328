using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Photos;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Videos;

/// <summary>POST /v1/videos.</summary>
internal static class CreateVideo
{
    private const int ModelCharacters = 100;
    private const int KeyCharacters = 255;
    private static readonly string[] Parameters = [.. VideoWishes.ScriptParameters, .. VideoWishes.DrawingParameters, "model", .. WebhookField.Parameters, .. PhotoField.Parameters];

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/v1/videos", Create)
        .Accepts<CreateVideoBody>("application/json", "multipart/form-data")
        .RequireRateLimiting(RateLimits.Submissions)
        .WithName("createVideo").WithTags("Videos").WithSummary("Make a video")
        .WithDescription("Takes a job in; once this has answered, it outlives every process. The same request of the same caller within half a minute, or with the same "
            + "Idempotency-Key header within a day, is the same job.");

    private static async Task<Ok<Video>> Create(HttpContext context, JobCoordinator jobs, OwnVideos videos, WebhookRules webhooks, PhotoField photo, IArtifactStore artifacts, VideoLimits limits)
    {
        var cancellationToken = context.RequestAborted;
        var fields = await RequestFields.Read(context.Request, cancellationToken);
        fields.AllowOnly(Parameters);
        limits.Check(fields.WholeNumber("seconds"));
        var (model, key, webhook) = (ModelOf(fields), KeyOf(context), WebhookField.Read(fields));
        if (webhook is not null) webhooks.Check(webhook);
        var request = await VideoWishes.Read(fields, artifacts, cancellationToken) with { Photo = await photo.Read(fields, cancellationToken) };
        var wanted = new NewJob(context.Caller().Id, request) { Model = model, IdempotencyKey = key, Webhook = webhook };
        return await Submit(context, wanted, jobs, videos);
    }

    /// <summary>Takes the job in and answers with its video.</summary>
    public static async Task<Ok<Video>> Submit(HttpContext context, NewJob wanted, JobCoordinator jobs, OwnVideos videos)
    {
        var submission = await jobs.Submit(wanted, context.RequestAborted);
        context.Response.Headers.Location = $"/v1/videos/{VideoId.Of(submission.JobId)}";
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context.Caller(), submission, context.RequestAborted)));
    }

    /// <summary>The Idempotency-Key header.</summary>
    public static string? KeyOf(HttpContext context)
    {
        var sent = context.Request.Headers["Idempotency-Key"];
        if (sent.Count == 0) return null;
        return sent is [{ Length: > 0 and <= KeyCharacters } key] && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw ReelsmithException.InvalidInput("idempotency_key_invalid", "The Idempotency-Key header cannot be used.", $"Send one of 1 to {KeyCharacters} printable ASCII characters.");
    }

    private static string? ModelOf(RequestFields fields) => fields.Text("model", ModelCharacters) is not { } model ? null
        : !string.IsNullOrWhiteSpace(model) ? model
        : throw ReelsmithException.InvalidInput("model_invalid", "The model's name is empty.", "Name one, or leave it out.");
}
