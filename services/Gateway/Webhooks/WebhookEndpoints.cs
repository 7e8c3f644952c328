using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>What a caller can see and do about webhooks.</summary>
internal static class WebhookEndpoints
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/v1").WithTags("Webhooks");
        webhooks.MapGet("/videos/{id}/webhook_deliveries", List)
            .WithSummary("List a video's webhook deliveries")
            .WithDescription("Each event of the video, whether its webhook has it, and every attempt to deliver it. Secrets are not shown.");
        webhooks.MapPost("/videos/{id}/webhook_deliveries/{delivery}/redeliver", Redeliver)
            .WithSummary("Send an event again")
            .WithDescription("Sends an event once more at once, with the same `webhook-id`, and retries it as a new one. Works for delivered events too.");
        webhooks.MapGet("/webhook_secret", Secret)
            .WithSummary("Show the signing secret")
            .WithDescription("Your own secret, which signs the events of every video that was made without a webhook secret of its own. Receivers verify the header `webhook-signature` with it (Standard Webhooks, https://www.standardwebhooks.com).");
        webhooks.MapPost("/webhook_secret/rotate", Rotate)
            .WithSummary("Replace the signing secret")
            .WithDescription("Makes a new secret. For 24 hours events carry two signatures, one with the new secret and one with that before, so that receivers can change over.");
        return app;
    }

    private static async Task<Ok<WebhookDeliveryList>> List(string id, HttpContext context, OwnVideos videos, WebhookDeliveries deliveries, CancellationToken cancellationToken) =>
        TypedResults.Ok(new WebhookDeliveryList { Data = await deliveries.List((await videos.Get(context, id)).Id, cancellationToken) });

    private static async Task<Ok<WebhookDeliveryAnswer>> Redeliver(string id, string delivery, HttpContext context, OwnVideos videos, WebhookDeliveries deliveries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await deliveries.SendAgain((await videos.Get(context, id)).Id, delivery, cancellationToken));

    private static async Task<Ok<WebhookSecretAnswer>> Secret(HttpContext context, WebhookSecrets secrets, CancellationToken cancellationToken) =>
        Shown(context, await secrets.Of(context.Caller().Id, cancellationToken));

    private static async Task<Ok<WebhookSecretAnswer>> Rotate(HttpContext context, WebhookSecrets secrets) => Shown(context, await secrets.Rotate(context.Caller().Id));

    private static Ok<WebhookSecretAnswer> Shown(HttpContext context, WebhookSecretRow row)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new WebhookSecretAnswer { Secret = row.Secret, PreviousUsedUntil = row.PreviousUntilUnixMilliseconds / 1000 });
    }
}
