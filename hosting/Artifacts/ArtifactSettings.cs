using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Where files and stage results are kept. Configuration section <c>Reelsmith:Artifacts</c>.</summary>
public sealed class ArtifactSettings : IValidatableObject
{
    public const string Section = "Reelsmith:Artifacts";

    /// <summary>A bucket of S3, or of a server that speaks its protocol, which gateways and workers share. Without one, files are on the local disk.</summary>
    [RegularExpression("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")]
    public string? Bucket { get; set; }

    /// <summary>The server, as <c>https://host:port</c>; null: AWS.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The bucket's region; null: what the AWS SDK finds, or <c>us-east-1</c> with an <see cref="Endpoint"/>.</summary>
    public string? Region { get; set; }

    /// <summary>With <see cref="SecretKey"/>; null: the AWS SDK's own sources, such as the environment, a profile or the machine's role.</summary>
    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>Begins the name of every object, as <c>reelsmith/</c>, so that a bucket can hold other things as well.</summary>
    [RegularExpression("[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*/?")]
    public string? Prefix { get; set; }

    /// <summary>Whether the bucket's name stands in the path of URLs and not before the host; null: it does with an <see cref="Endpoint"/>.</summary>
    public bool? PathStyle { get; set; }

    /// <summary>How much of the bucket is kept on the local disk. Files in use are kept beyond that.</summary>
    [Range(0, long.MaxValue)]
    public long CacheBytes { get; set; } = 20_000_000_000;

    /// <summary>How long a bucket that cannot be reached is tried again before what needed it fails.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether clients are sent to the bucket for the files of a finished film; otherwise the gateway passes them on.</summary>
    public bool PresignedDownloads { get; set; }

    /// <summary>The server as clients reach it, where that is not <see cref="Endpoint"/>.</summary>
    public Uri? PublicEndpoint { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsServer(Endpoint)) yield return new ValidationResult("is no address: write it as https://host or http://host:port.", [nameof(Endpoint)]);
        if (!IsServer(PublicEndpoint)) yield return new ValidationResult("is no address: write it as https://host or http://host:port.", [nameof(PublicEndpoint)]);
        if (AccessKey is null != SecretKey is null) yield return new ValidationResult($"and {nameof(SecretKey)} go together: give both or neither.", [nameof(AccessKey)]);
        if (Bucket is null && (Endpoint ?? PublicEndpoint) is not null) yield return new ValidationResult("is missing: an endpoint without one is of no use.", [nameof(Bucket)]);
    }

    private static bool IsServer(Uri? address) => address is null || (address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps));
}
