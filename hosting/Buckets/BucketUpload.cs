using Amazon.S3;
using Amazon.S3.Model;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Buckets;

/// <summary>Brings files into a bucket. A file is there whole or not at all.</summary>
internal sealed class BucketUpload(Bucket bucket)
{
    /// <summary>Larger files go in parts.</summary>
    public const int PartBytes = 16 * 1_048_576;

    private const int PartsAtOnce = 4;
    private const int MostParts = 10_000;
    private const int Tries = 3;
    private static readonly TimeSpan LongestAbort = TimeSpan.FromSeconds(10);

    /// <exception cref="ReelsmithException">The bucket cannot be reached or does not allow it.</exception>
    public Task Send(string path, string name, string contentType, CancellationToken cancellationToken)
    {
        var bytes = new FileInfo(path).Length;
        return bytes <= PartBytes ? Whole(path, bucket.KeyOf(name), bytes, contentType, cancellationToken) : InParts(path, name, bytes, contentType, cancellationToken);
    }

    private async Task Whole(string path, string key, long bytes, string contentType, CancellationToken cancellationToken)
    {
        var md5 = await ContentMd5.Of(path, 0, bytes, cancellationToken);
        await Checked(md5, key, async () =>
        {
            var put = await bucket.Send((client, ct) => client.PutObjectAsync(new PutObjectRequest
            {
                BucketName = bucket.Name,
                Key = key,
                FilePath = path,
                ContentType = contentType,
                MD5Digest = Convert.ToBase64String(md5),
                DisablePayloadSigning = bucket.IsEncrypted,
            }, ct), cancellationToken, bytes);
            return (put.ETag, put.ServerSideEncryptionMethod);
        });
    }

    private async Task InParts(string path, string name, long bytes, string contentType, CancellationToken cancellationToken)
    {
        var key = bucket.KeyOf(name);
        var upload = (await bucket.Send((client, ct) => client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket.Name, Key = key, ContentType = contentType }, ct), cancellationToken)).UploadId;
        try
        {
            var partBytes = Math.Max(PartBytes, (bytes + MostParts - 1) / MostParts);
            var parts = new PartETag[(bytes + partBytes - 1) / partBytes];
            await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken }, async (n, stop) =>
            {
                var offset = n * partBytes;
                parts[n] = new PartETag(n + 1, await Part(path, key, upload, n + 1, offset, Math.Min(partBytes, bytes - offset), stop));
            });
            await Complete(name, key, upload, parts, bytes, cancellationToken);
        }
        catch
        {
            await Abort(key, upload);
            throw;
        }
    }

    private async Task<string> Part(string path, string key, string upload, int number, long offset, long bytes, CancellationToken cancellationToken)
    {
        var md5 = await ContentMd5.Of(path, offset, bytes, cancellationToken);
        return await Checked(md5, key, async () =>
        {
            var part = await bucket.Send((client, ct) => client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = bucket.Name,
                Key = key,
                UploadId = upload,
                PartNumber = number,
                FilePath = path,
                FilePosition = offset,
                PartSize = bytes,
                MD5Digest = Convert.ToBase64String(md5),
                DisablePayloadSigning = bucket.IsEncrypted,
            }, ct), cancellationToken, bytes);
            return (part.ETag, part.ServerSideEncryptionMethod);
        });
    }

    private async Task Complete(string name, string key, string upload, PartETag[] parts, long bytes, CancellationToken cancellationToken)
    {
        try
        {
            await bucket.Send((client, ct) => client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = bucket.Name, Key = key, UploadId = upload, PartETags = [.. parts] }, ct), cancellationToken, bytes);
        }
        catch (AmazonS3Exception e) when (BucketFailures.IsAnswer(e))
        {
            // The answer to an earlier try may have been lost.
            if ((await bucket.Head(name, cancellationToken))?.Bytes != bytes) throw bucket.Failures.Of(e);
        }
    }

    // What stays when this fails too, the bucket's lifecycle rule removes.
    private async Task Abort(string key, string upload)
    {
        using var limit = new CancellationTokenSource(LongestAbort);
        try
        {
            await bucket.Send((client, ct) => client.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = bucket.Name, Key = key, UploadId = upload }, ct), limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ReelsmithException or AmazonS3Exception)
        {
            // the first failure is the one to tell
        }
    }

    // Servers verify Content-MD5; those that don't still tell what they have stored: the ETag is its MD5, unless it is encrypted with a key of KMS.
    private async Task<string> Checked(byte[] md5, string key, Func<Task<(string ETag, ServerSideEncryptionMethod? Encryption)>> send)
    {
        var expected = Convert.ToHexStringLower(md5);
        for (var n = 0; n < Tries; n++)
        {
            var (etag, encryption) = await send();
            var stored = etag?.Trim('"') ?? "";
            if (stored == expected || stored.Length != expected.Length || (encryption is not null && encryption != ServerSideEncryptionMethod.AES256 && encryption != ServerSideEncryptionMethod.None)) return etag ?? "";
        }
        throw bucket.Failures.Damaged(key);
    }
}
