using System.Globalization;
using Amazon.Runtime;
using Amazon.S3.Model;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Checks;

namespace Reelsmith.Hosting.Buckets;

/// <summary>Whether the bucket can be written, read and deleted from, and whether its server's clock is this machine's.</summary>
internal sealed class BucketCheck(ArtifactSettings settings, TimeProvider time) : IServerCheck
{
    private const string Server = "bucket";
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(15); // S3's RequestTimeTooSkewed
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    public async Task<ServerReport?> Check(CancellationToken cancellationToken)
    {
        if (settings.Bucket is null) return null;
        using var bucket = new Bucket(settings, patience: TimeSpan.FromSeconds(2));
        var skew = await Skew(bucket, cancellationToken);
        try
        {
            await RoundTrip(bucket, cancellationToken);
        }
        catch (ReelsmithException e)
        {
            return skew.Duration() >= Refused ? new ServerReport(Server, ServerState.Failed, $"{e.Failure.Message} {Said(skew)}", "Set the clock.") : new ServerReport(Server, ServerState.Failed, e.Failure.Message, e.Failure.Hint);
        }
        var detail = $"{bucket.Name} can be written, read and deleted from.";
        return skew.Duration() >= Refused ? new ServerReport(Server, ServerState.Failed, Said(skew), "Set the clock: S3 refuses requests from a clock that is 15 minutes off.")
            : skew.Duration() > Doubtful ? new ServerReport(Server, ServerState.Doubtful, $"{detail} {Said(skew)}", "Set the clock: beyond 15 minutes the server refuses every request.")
            : new ServerReport(Server, ServerState.Ready, detail);
    }

    private static async Task RoundTrip(Bucket bucket, CancellationToken cancellationToken)
    {
        var (name, content) = ($"check/{Guid.NewGuid():N}", Guid.NewGuid().ToByteArray());
        await bucket.Put(name, content, "application/octet-stream", cancellationToken);
        var read = await bucket.Get(name, cancellationToken);
        await bucket.Delete([name], cancellationToken);
        var damaged = read is null || !read.Value.Content.AsSpan().SequenceEqual(content);
        if (damaged || await bucket.Head(name, cancellationToken) is not null)
        {
            throw ReelsmithException.Unavailable("bucket_forgetful", $"The bucket {bucket.Name} does not give back what was written to it.", "Use a server whose reads are consistent with its writes.");
        }
    }

    // Every server's answer has a Date, a refusal too (RFC 9110, 6.6.1); it counts in whole seconds.
    private async Task<TimeSpan> Skew(Bucket bucket, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = LongestAnswer };
        try
        {
            var address = settings.Endpoint ?? new Uri(await bucket.Client.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = bucket.Name, Key = "check", Expires = time.GetUtcNow().UtcDateTime + LongestAnswer }));
            using var request = new HttpRequestMessage(HttpMethod.Head, address.GetLeftPart(UriPartial.Authority));
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.Headers.Date is not { } theirs) return TimeSpan.Zero;
            var skew = time.GetUtcNow() - theirs;
            return skew.Duration() < TimeSpan.FromSeconds(1) ? TimeSpan.Zero : skew;
        }
        catch (Exception e) when (e is HttpRequestException or AmazonClientException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return TimeSpan.Zero; // that it cannot be reached is told by what follows
        }
    }

    private static string Said(TimeSpan skew) => string.Create(CultureInfo.InvariantCulture,
        $"This machine's clock is {skew.Duration().TotalSeconds:0} seconds {(skew > TimeSpan.Zero ? "ahead of" : "behind")} the server's.");
}
