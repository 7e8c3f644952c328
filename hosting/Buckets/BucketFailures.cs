using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.S3;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Hosting.Buckets;

/// <summary>Sorts what goes wrong with a bucket, and says it in words that name the bucket and its server and never a secret.</summary>
/// <param name="bucket">Its name.</param>
/// <param name="server">Its address as people know it.</param>
internal sealed class BucketFailures(string bucket, string server)
{
    private const string Settings = ArtifactSettings.Section;

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public static bool IsPassing(Exception e) => e switch
    {
        AmazonS3Exception { ErrorCode: "NotImplemented" } => false,
        AmazonServiceException { ErrorCode: "SlowDown" or "RequestTimeout" or "OperationAborted" or "ConditionalRequestConflict" or "BadDigest" or "IncompleteBody" or "XAmzContentSHA256Mismatch" } => true,
        AmazonUnmarshallingException => true, // the answer was cut
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        AmazonServiceException { StatusCode: 0, InnerException: { } inner } => IsPassing(inner),
        HttpRequestException { InnerException: AuthenticationException } => false, // the server's certificate
        HttpRequestException or IOException or SocketException or TimeoutException => true,
        AmazonClientException { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    /// <summary>Whether the caller asked for something whose absence it knows how to take.</summary>
    public static bool IsAnswer(Exception e) => e is AmazonS3Exception
    {
        StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.NotImplemented or HttpStatusCode.RequestedRangeNotSatisfiable,
    } || IsAbsent(e) || e is AmazonS3Exception { ErrorCode: "NotImplemented" or "NoSuchUpload" };

    /// <summary>Whether there is no such object.</summary>
    public static bool IsAbsent(Exception e) => e is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound, ErrorCode: not ("NoSuchBucket" or "NoSuchUpload") };

    public ReelsmithException Of(Exception e) => e switch
    {
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => Fault("bucket_missing", $"There is no bucket {bucket} at {server}.", $"Make it, or correct {Settings}:Bucket.", e),
        AmazonS3Exception { ErrorCode: "RequestTimeTooSkewed" } => Fault(IArtifactStore.WrongClock, $"The bucket {bucket} at {server} refuses requests: this machine's clock is off by more than 15 minutes.", "Set the clock.", e),
        AmazonS3Exception { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" } s3 =>
            Fault(IArtifactStore.Denied, $"The bucket {bucket} at {server} does not know the key that it is used with ({s3.ErrorCode}).", $"Correct {Settings}:AccessKey and SecretKey, or what the AWS SDK finds in their place.", e),
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => Fault(IArtifactStore.Denied, $"The bucket {bucket} at {server} does not allow this.",
            "Give its key the permissions of docs/bucket.md.", e),
        AmazonS3Exception { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect } => Fault("bucket_region", $"The bucket {bucket} is not at {server}.", $"Correct {Settings}:Region.", e),
        _ when IsPassing(e) || e is HttpRequestException => Fault(IArtifactStore.Unreachable, $"The bucket {bucket} at {server} cannot be reached: {Reason(e)}", $"See that {server} answers and that {Settings} names the right server; `reelsmith doctor` tells more.", e),
        AmazonClientException => Fault(IArtifactStore.Denied, $"There is no key for the bucket {bucket} at {server}.", $"Set {Settings}:AccessKey and SecretKey, or give the AWS SDK a profile or a role.", e),
        _ => Fault("bucket_failed", $"The bucket {bucket} at {server} answered with an error: {Reason(e)}", "`reelsmith doctor` tells more.", e),
    };

    /// <summary>There is an object of this name whose content is another.</summary>
    public ReelsmithException Damaged(string key) => Fault("artifact_damaged", $"The object {key} of the bucket {bucket} at {server} is damaged.", "Delete it: it is made anew.", null);

    private static string Reason(Exception e) => e switch
    {
        TimeoutException => "it did not answer in time.",
        AmazonS3Exception { ErrorCode: { Length: > 0 } code, StatusCode: var status } => $"{(int)status} {code}.",
        _ => $"{Innermost(e).Message.TrimEnd('.')}.",
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    private static ReelsmithException Fault(string code, string message, string hint, Exception? inner) => new(new Failure(FailureKind.Unavailable, code, message, hint), inner);
}
