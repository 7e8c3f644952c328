using System.Runtime.CompilerServices;
using Amazon.S3.Model;

namespace Reelsmith.Hosting.Buckets;

/// <summary>What is done with small objects.</summary>
internal static class BucketObjects
{
    private const int MostTogether = 1_000;

    public static async Task<StoredObject?> Head(this Bucket bucket, string name, CancellationToken cancellationToken) =>
        await bucket.Find((client, ct) => client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket.Name, Key = bucket.KeyOf(name) }, ct), cancellationToken) is { } found
            ? new StoredObject(name, found.ContentLength, found.ETag, Utc(found.LastModified))
            : null;

    public static async Task<(StoredObject Object, byte[] Content)?> Get(this Bucket bucket, string name, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket.Name, Key = bucket.KeyOf(name) };
        var found = await bucket.Find(async (client, ct) =>
        {
            using var response = await client.GetObjectAsync(request, ct);
            var content = new byte[response.ContentLength];
            await response.ResponseStream.ReadExactlyAsync(content, ct);
            return Tuple.Create(new StoredObject(name, content.Length, response.ETag, Utc(response.LastModified)), content);
        }, cancellationToken);
        return found is null ? null : (found.Item1, found.Item2);
    }

    /// <param name="unlessThere">Whether the object must not exist; the answer is then 412 (RFC 9110, 13.1.2).</param>
    /// <param name="instead">The version that it replaces; when it's another by now, the answer is 412.</param>
    public static Task Put(this Bucket bucket, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken, bool unlessThere = false, string? instead = null) =>
        bucket.Send((client, ct) => client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket.Name,
            Key = bucket.KeyOf(name),
            InputStream = new MemoryStream(content.ToArray(), writable: false),
            ContentType = contentType,
            MD5Digest = Convert.ToBase64String(ContentMd5.Of(content.Span)),
            DisablePayloadSigning = bucket.IsEncrypted,
            IfNoneMatch = unlessThere ? "*" : null,
            IfMatch = instead,
        }, ct), cancellationToken, content.Length);

    public static async Task Delete(this Bucket bucket, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var some in names.Chunk(MostTogether))
        {
            await bucket.Send((client, ct) => client.DeleteObjectsAsync(new DeleteObjectsRequest
            {
                BucketName = bucket.Name,
                Quiet = true,
                Objects = [.. some.Select(name => new KeyVersion { Key = bucket.KeyOf(name) })],
            }, ct), cancellationToken);
        }
    }

    /// <summary>The objects whose names begin so, in the order of their names.</summary>
    /// <param name="after">Only those behind this name.</param>
    public static async IAsyncEnumerable<StoredObject> List(this Bucket bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken, string? after = null)
    {
        var request = new ListObjectsV2Request { BucketName = bucket.Name, Prefix = bucket.KeyOf(prefix), StartAfter = after is null ? null : bucket.KeyOf(after) };
        do
        {
            var page = await bucket.Send((client, ct) => client.ListObjectsV2Async(request, ct), cancellationToken);
            foreach (var found in page.S3Objects ?? []) yield return new StoredObject(bucket.NameOf(found.Key), found.Size ?? 0, found.ETag, Utc(found.LastModified));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    private static DateTimeOffset Utc(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : default;
}
