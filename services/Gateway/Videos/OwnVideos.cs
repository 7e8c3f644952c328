using Microsoft.AspNetCore.Http;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;

namespace Reelsmith.Gateway.Videos;

/// <summary>The videos of a request's caller; nobody else's can be told from one that does not exist.</summary>
internal sealed class OwnVideos(JobCatalog jobs)
{
    /// <exception cref="ReelsmithException">The caller has no such video.</exception>
    public Task<JobView> Get(HttpContext context, string id) => Get(context.Caller(), id, context.RequestAborted);

    /// <inheritdoc cref="Get(HttpContext, string)"/>
    public async Task<JobView> Get(Caller caller, string id, CancellationToken cancellationToken) =>
        OwnOf(caller, VideoId.TryParse(id, out var jobId) ? await jobs.Find(jobId, cancellationToken) : null);

    /// <inheritdoc cref="Get(HttpContext, string)"/>
    public async Task<JobView> Get(Caller caller, Submission submission, CancellationToken cancellationToken) => OwnOf(caller, await jobs.Find(submission, cancellationToken));

    private static JobView OwnOf(Caller caller, JobView? job) =>
        job?.Owner == caller.Id
            ? job
            : throw ReelsmithException.NotFound("video_not_found", "There is no such video.", "GET /v1/videos lists those that you have.");
}
