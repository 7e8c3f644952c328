using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Token buckets of callers.</summary>
public sealed class RateLimits(RateLimitSettings settings) : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>Name of the policy for endpoints that start work: <c>.RequireRateLimiting(RateLimits.Submissions)</c>.</summary>
    public const string Submissions = "submissions";

    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);

    public void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Submissions, context => context.Caller() is { Id: not "" } caller
            ? RateLimitPartition.GetTokenBucketLimiter(caller.Id, _ => Bucket(settings.SubmissionsAtOnce, settings.SubmissionsPerMinute))
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (rejected, _) => await TooMany(rejected.HttpContext, rejected.Lease, "submissions_too_fast", "You are submitting too fast.");
    }

    internal static TokenBucketRateLimiterOptions Bucket(int most, int perMinute)
    {
        // Whole tokens only: a slow bucket gets one at a time, a fast one a few every second.
        var period = TimeSpan.FromMinutes(1) / perMinute;
        var tokens = period >= ShortestPeriod ? 1 : (int)Math.Ceiling(perMinute / 60.0);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = period >= ShortestPeriod ? period : ShortestPeriod,
            QueueLimit = 0,
        };
    }

    internal static Task TooMany(HttpContext context, RateLimitLease lease, string code, string message)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return new ErrorResponse(StatusCodes.Status429TooManyRequests, code, $"{message} Try again in {wait} s.").Write(context);
    }
}
