using System.ComponentModel;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Requests;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET /v1/videos/{id}/events: server-sent events (WHATWG HTML, server-sent events).</summary>
internal static class VideoEvents
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/v1/videos/{id}/events", Get)
        .Produces<string>(contentType: "text/event-stream").WithName("watchVideo").WithTags("Videos").WithSummary("Watch a video being made")
        .WithDescription("Server-sent events. What happened has an id and is told again after Last-Event-ID (or last_event_id) when a watcher comes back: video.queued, video.started, "
            + "script.written, scene.narrated, scene.rendered, storyboard.edited, video.retried, video.completed, video.failed, video.cancelled. In between come progress events without an id, "
            + "at most four a second. Every event's data is {type, scene, video}. The stream ends when the video has ended.");

    private static async Task Get(HttpContext context, string id, OwnVideos videos, JobCoordinator jobs, JobCatalog catalog, EventFrames frames, TimeProvider time,
        [Description("As the header Last-Event-ID, which it stands in for.")] string? last_event_id = null)
    {
        var job = await videos.Get(context, id);
        var after = LastEventId(context, last_event_id);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var output = context.Response.BodyWriter;
        var gone = context.WhileWanted();
        await output.FlushAsync(gone);
        await using var changes = jobs.Changes(job.Id, after, gone).GetAsyncEnumerator(gone);
        while (await Next(changes, output, time, gone))
        {
            var change = changes.Current;
            await output.WriteAsync(await frames.Of(change, () => catalog.Find(job.Id, gone)), gone);
            // Whatever happens meanwhile is merged into the next state.
            if (change.Event is null) await Task.Delay(BetweenProgress, time, gone);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<JobChange> changes, PipeWriter output, TimeProvider time, CancellationToken gone)
    {
        var next = changes.MoveNextAsync();
        if (next.IsCompleted) return await next;
        var waiting = next.AsTask();
        while (true)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone);
            if (await Task.WhenAny(waiting, Task.Delay(KeepAlive, time, stop.Token)) == waiting)
            {
                await stop.CancelAsync();
                return await waiting;
            }
            await output.WriteAsync(": still here\n\n"u8.ToArray(), gone);
        }
    }

    private static int LastEventId(HttpContext context, string? query)
    {
        var sent = context.Request.Headers["Last-Event-ID"] is [{ } header] ? header : query;
        if (string.IsNullOrEmpty(sent)) return 0;
        return int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw ReelsmithException.InvalidInput("last_event_id_invalid", "Last-Event-ID is no id of an event.", "Send the id that came last, or none.");
    }
}
