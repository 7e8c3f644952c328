using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Hosting.Buckets;

/// <summary>A bucket of S3 or of a server that speaks its protocol. What may pass is tried again for a while, with backoff and jitter.</summary>
internal sealed class Bucket : IDisposable
{
    private const string DefaultRegion = "us-east-1";
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(15);
    private const int LeastBytesPerSecond = 50_000; // what a body is given time for

    private readonly string _prefix;
    private readonly TimeSpan _patience;

    /// <param name="settings">Names a bucket.</param>
    /// <param name="patience">How long something is tried again; null: as the settings say.</param>
    public Bucket(ArtifactSettings settings, TimeSpan? patience = null)
    {
        Name = settings.Bucket ?? throw new ArgumentException("No bucket is named.", nameof(settings));
        _prefix = settings.Prefix is { Length: > 0 } prefix ? $"{prefix.TrimEnd('/')}/" : "";
        _patience = patience ?? settings.Patience;
        var server = settings.Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"AWS ({settings.Region ?? "default region"})";
        Failures = new BucketFailures(Name, server);
        Client = ClientOf(settings, settings.Endpoint);
        Public = settings.PublicEndpoint is { } reached ? ClientOf(settings, reached) : Client;
        IsEncrypted = settings.Endpoint is null || settings.Endpoint.Scheme == Uri.UriSchemeHttps;
    }

    public string Name { get; }

    public BucketFailures Failures { get; }

    /// <summary>Whether TLS protects what is sent; then it isn't signed as well.</summary>
    public bool IsEncrypted { get; }

    public AmazonS3Client Client { get; }

    /// <summary>Signs addresses for clients, which may reach the server by another name.</summary>
    public AmazonS3Client Public { get; }

    public string KeyOf(string name) => _prefix + name;

    public string NameOf(string key) => key[_prefix.Length..];

    /// <summary>Sends a request until it is answered.</summary>
    /// <param name="bodyBytes">What goes one way or the other with it.</param>
    /// <exception cref="ReelsmithException">The bucket cannot be reached or does not allow it.</exception>
    /// <exception cref="AmazonS3Exception">An answer that the caller can do something with, see <see cref="BucketFailures.IsAnswer"/>.</exception>
    public async Task<T> Send<T>(Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken, long bodyBytes = 0)
    {
        var backoff = Backoff();
        while (true)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestRequest + TimeSpan.FromSeconds(bodyBytes / LeastBytesPerSecond));
            try
            {
                return await request(Client, limit.Token);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && !BucketFailures.IsAnswer(e) && e is not (FileNotFoundException or ReelsmithException))
            {
                var fault = e is OperationCanceledException ? new TimeoutException("The request took too long.", e) : e;
                if (!BucketFailures.IsPassing(fault) || !await backoff.TryAgain(cancellationToken)) throw Failures.Of(fault);
            }
        }
    }

    /// <inheritdoc cref="Send"/>
    /// <returns>Null: there is no such object.</returns>
    public async Task<T?> Find<T>(Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await Send(request, cancellationToken);
        }
        catch (AmazonS3Exception e) when (BucketFailures.IsAbsent(e))
        {
            return null;
        }
    }

    /// <summary>For what goes on over several requests.</summary>
    public Backoff Backoff() => new(_patience);

    public void Dispose()
    {
        Client.Dispose();
        if (Public != Client) Public.Dispose();
    }

    private static AmazonS3Client ClientOf(ArtifactSettings settings, Uri? endpoint)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle ?? settings.Endpoint is not null,
            MaxErrorRetry = 0, // Send does that, for cut answers too
            Timeout = TimeSpan.FromHours(6), // every request has its own
            // Content-MD5 is verified by every server; the newer checksums in trailers are refused by many.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.GetLeftPart(UriPartial.Authority);
            config.AuthenticationRegion = settings.Region ?? DefaultRegion;
        }
        else if (settings.Region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        return settings.AccessKey is null ? new AmazonS3Client(config) : new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), config);
    }
}
