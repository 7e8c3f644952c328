using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Videos;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Preview;

/// <summary>GET /v1/videos/{id}/preview.m3u8: the film while it is made, for HLS players.</summary>
internal static class VideoPreview
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/videos/{id}/preview.m3u8", Playlist).Produces<string>(contentType: "application/vnd.apple.mpegurl").WithName("previewVideo").WithTags("Videos")
            .WithSummary("Watch a video while it is made").WithDescription("An HLS playlist (fMP4) of the scenes that are finished, from the first on, growing until it is complete. "
                + "Waits for the first scene up to half a minute. Narration only: the music comes with the finished film.");
        app.MapGet("/v1/videos/{id}/preview/{file}", Segment).Produces(StatusCodes.Status200OK, contentType: "video/mp4").WithName("getPreviewSegment").WithTags("Videos").WithSummary("A file that the preview's playlist names");
    }

    private static async Task<ContentHttpResult> Playlist(HttpContext context, string id, OwnVideos videos, JobCoordinator jobs, PreviewScenes preview, TimeProvider time)
    {
        var job = await videos.Get(context, id);
        var scenes = await preview.Of(job, context.RequestAborted);
        if (scenes.Count == 0 && job.Status is JobStatus.Queued or JobStatus.Running)
        {
            await FirstScene(jobs, job.Id, time, context.RequestAborted);
            scenes = await preview.Of(job = await videos.Get(context, id), context.RequestAborted);
        }
        if (scenes.Count == 0) throw ReelsmithException.Unavailable("preview_not_ready", "No scene is finished yet.", "Ask again in a moment.");
        context.Response.Headers.CacheControl = "no-cache";
        var complete = job.Status is not (JobStatus.Queued or JobStatus.Running);
        return TypedResults.Text(PreviewPlaylist.Of(scenes, complete, (_, file) => $"preview/{file.Hash}.{file.Extension}"), "application/vnd.apple.mpegurl");
    }

    private static async Task<PhysicalFileHttpResult> Segment(HttpContext context, string id, string file, OwnVideos videos, PreviewScenes preview, IArtifactStore artifacts)
    {
        var job = await videos.Get(context, id);
        // Only what belongs to this video: a file's hash alone opens nothing.
        var named = (await preview.Of(job, context.RequestAborted)).SelectMany(scene => scene.Segments.Select(segment => segment.Media).Prepend(scene.Initialization))
            .FirstOrDefault(artifact => $"{artifact.Hash}.{artifact.Extension}" == file)
            ?? throw ReelsmithException.NotFound("segment_not_found", "The preview has no such file.", "Read the playlist again.");
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.PhysicalFile(await artifacts.PathOf(named, context.RequestAborted), "video/mp4", enableRangeProcessing: true);
    }

    private static async Task FirstScene(JobCoordinator jobs, Guid jobId, TimeProvider time, CancellationToken cancellationToken)
    {
        using var wait = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
        try
        {
            await foreach (var change in jobs.Changes(jobId, 0, either.Token))
            {
                if (change.Snapshot.Scenes is [{ Rendered: >= 1 }, ..]) return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // long enough; the client asks again
        }
    }
}
