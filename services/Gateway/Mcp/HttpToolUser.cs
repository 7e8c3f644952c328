using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Gateway.Mcp;

/// <summary>The caller of the request that a tool is called by; files are downloaded from the server that was asked.</summary>
internal sealed class HttpToolUser(IHttpContextAccessor accessor, RateLimitSettings settings) : IToolUser, IDisposable
{
    private readonly PartitionedRateLimiter<Caller> _submissions = PartitionedRateLimiter.Create<Caller, string>(caller => caller.Id.Length == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(caller.Id, _ => RateLimits.Bucket(settings.SubmissionsAtOnce, settings.SubmissionsPerMinute)));

    public Caller Caller => Context.Caller();

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("A tool was called outside of a request.");

    public void CountSubmission()
    {
        using var lease = _submissions.AttemptAcquire(Caller);
        if (lease.IsAcquired) return;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)) : 1;
        throw ReelsmithException.Busy("submissions_too_fast", "You are submitting too fast.", string.Create(CultureInfo.InvariantCulture, $"Try again in {wait} s."));
    }

    public ValueTask<string> LinkTo(JobView job, string variant, ArtifactRef file, CancellationToken cancellationToken)
    {
        var request = Context.Request;
        return ValueTask.FromResult(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, $"/v1/videos/{VideoId.Of(job.Id)}/content", QueryString.Create("variant", variant)));
    }

    public void Dispose() => _submissions.Dispose();
}
