using System.ComponentModel;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Requests;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET /v1/videos/{id}/events: server-sent events (WHATWG HTML, server-sent events).</summary>
internal static class VideoEvents
{
    private const string ContentType = "text/event-stream";
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/v1/videos/{id}/events", Get)
        .Produces<string>(contentType: ContentType).Produces(StatusCodes.Status204NoContent).WithName("watchVideo").WithTags("Videos").WithSummary("Watch a video being made")
        .WithDescription("Server-sent events. What happened has an id and is told again after Last-Event-ID (or last_event_id) when a watcher comes back: video.queued, video.started, "
            + "script.written, scene.narrated, scene.rendered, storyboard.edited, video.retried, video.completed, video.failed, video.cancelled. In between come progress events without an id, "
            + "at most four a second. Every event's data is {type, scene, video}. The stream ends when the video has ended; whoever comes back after the last event is answered 204, which has a browser's EventSource stop.");

    private static async Task Get(HttpContext context, string id, OwnVideos videos, JobCoordinator jobs, EventFrames frames, TimeProvider time,
        [Description("As the header Last-Event-ID, which it stands in for.")] string? last_event_id = null)
    {
        var job = await videos.Get(context, id);
        var after = LastEventId(context, last_event_id);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.WhileWanted());
        await using var changes = jobs.Changes(job.Id, after, BetweenProgress, stop.Token).GetAsyncEnumerator(stop.Token);
        var more = after > 0 && HasEnded(job.Status) && await changes.MoveNextAsync();
        if (more && changes.Current is { Event: null } last && HasEnded(last.Snapshot.Status))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent; // has browsers stop coming back
            return;
        }
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var output = context.Response.BodyWriter;
        await output.FlushAsync(stop.Token);
        for (more = more || await Next(changes, output, time, stop); more; more = await Next(changes, output, time, stop))
        {
            await output.WriteAsync(await frames.Of(changes.Current), stop.Token);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<JobChange> changes, PipeWriter output, TimeProvider time, CancellationTokenSource stop)
    {
        var next = changes.MoveNextAsync();
        if (next.IsCompleted) return await next;
        var waiting = next.AsTask();
        while (true)
        {
            try
            {
                return await waiting.WaitAsync(KeepAlive, time, stop.Token);
            }
            catch (TimeoutException) when (!waiting.IsCompleted)
            {
                await output.WriteAsync(": still here\n\n"u8.ToArray(), stop.Token);
            }
            catch
            {
                // What still moves cannot be disposed.
                await stop.CancelAsync();
                await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
        }
    }

    private static bool HasEnded(JobStatus status) => status is not (JobStatus.Queued or JobStatus.Running);

    private static int LastEventId(HttpContext context, string? query)
    {
        var sent = context.Request.Headers["Last-Event-ID"] is [{ } header] ? header : query;
        if (string.IsNullOrEmpty(sent)) return 0;
        return int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw ReelsmithException.InvalidInput("last_event_id_invalid", "Last-Event-ID is no id of an event.", "Send the id that came last, or none.");
    }
}
