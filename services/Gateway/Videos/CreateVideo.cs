using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Videos;

/// <summary>POST /v1/videos.</summary>
internal static class CreateVideo
{
    private const int ModelCharacters = 100;
    private const int KeyCharacters = 255;
    private static readonly string[] Parameters = [.. VideoWishes.ScriptParameters, .. VideoWishes.DrawingParameters, "model", "webhook", "webhook_secret", "input_reference"];

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/v1/videos", Create)
        .Accepts<CreateVideoBody>("application/json", "multipart/form-data")
        .RequireRateLimiting(RateLimits.Submissions)
        .WithName("createVideo").WithTags("Videos").WithSummary("Make a video")
        .WithDescription("Takes a job in; once this has answered, it outlives every process. The same request of the same caller within half a minute, or with the same "
            + "Idempotency-Key header within a day, is the same job.");

    private static async Task<Ok<Video>> Create(HttpContext context, JobCoordinator jobs, OwnVideos videos, ArtifactStore artifacts)
    {
        var cancellationToken = context.RequestAborted;
        var fields = await RequestFields.Read(context.Request, cancellationToken);
        fields.AllowOnly(Parameters);
        if (fields.Has("input_reference"))
        {
            throw ReelsmithException.InvalidInput("input_reference_unsupported", "The engine of this server draws its own pictures.", "Leave input_reference out.");
        }
        var (model, key, webhook) = (ModelOf(fields), KeyOf(context), WebhookOf(fields));
        var wanted = new NewJob(context.Caller().Id, await VideoWishes.Read(fields, artifacts, cancellationToken)) { Model = model, IdempotencyKey = key, Webhook = webhook };
        return await Submit(context, wanted, jobs, videos);
    }

    /// <summary>Takes the job in and answers with its video.</summary>
    public static async Task<Ok<Video>> Submit(HttpContext context, NewJob wanted, JobCoordinator jobs, OwnVideos videos)
    {
        var submission = await jobs.Submit(wanted, context.RequestAborted);
        var id = VideoId.Of(submission.JobId);
        context.Response.Headers.Location = $"/v1/videos/{id}";
        return TypedResults.Ok(GetVideo.Told(context, await videos.Get(context, id)));
    }

    /// <summary>The Idempotency-Key header.</summary>
    public static string? KeyOf(HttpContext context)
    {
        var sent = context.Request.Headers["Idempotency-Key"];
        if (sent.Count == 0) return null;
        return sent is [{ Length: > 0 and <= KeyCharacters } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw ReelsmithException.InvalidInput("idempotency_key_invalid", "The Idempotency-Key header cannot be used.", $"Send one of 1 to {KeyCharacters} visible ASCII characters.");
    }

    private static string? ModelOf(RequestFields fields) => fields.Text("model") is not { } model ? null
        : model.Length <= ModelCharacters && !string.IsNullOrWhiteSpace(model) ? model
        : throw ReelsmithException.InvalidInput("model_invalid", "The model's name is empty or too long.", $"Use at most {ModelCharacters} characters, or leave it out.");

    private static Webhook? WebhookOf(RequestFields fields)
    {
        var secret = fields.Text("webhook_secret");
        string? url;
        if (fields.Object("webhook") is { } given)
        {
            url = Member(given, "url");
            secret ??= Member(given, "secret");
        }
        else
        {
            url = fields.Text("webhook");
        }
        if (url is null) return secret is null && !fields.Has("webhook") ? null : throw ReelsmithException.InvalidInput("webhook_url_missing", "The webhook has no URL.", "Say where its end is to be told.").About("webhook");
        return new Webhook(url, secret);
    }

    private static string? Member(JsonElement given, string name) => given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? RequestFields.StringOf(value, "webhook") : null;
}
