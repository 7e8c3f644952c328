using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

/// <summary>What the S3 server of the tests does as S3 does, with the SDK's defaults: bodies in chunks with checksums behind them.</summary>
public sealed class S3OperationsTests(RunningObjectStore store) : IClassFixture<RunningObjectStore>
{
    private readonly S3Server _server = store.Server;
    private readonly AmazonS3Client _client = store.Client;
    private readonly string _key = $"artifacts/{Guid.NewGuid():N}/film.mp4";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Bucket => _server.Bucket;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_003)]
    public async Task An_object_comes_back_as_it_was_put(int length)
    {
        var bytes = await Put(length);

        using var found = await _client.GetObjectAsync(Bucket, _key, Cancellation);

        Assert.Equal(("video/mp4", length), (found.Headers.ContentType, (int)found.ContentLength));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)), Convert.ToHexString(await SHA256.HashDataAsync(found.ResponseStream, Cancellation)));
    }

    [Fact]
    public async Task An_upload_in_parts_is_one_object_when_it_is_complete()
    {
        var bytes = RandomNumberGenerator.GetBytes(12_000_000);
        var transfer = new TransferUtility(_client, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 << 20, ConcurrentServiceRequests = 2 });

        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = Bucket, Key = _key, InputStream = new MemoryStream(bytes), PartSize = 5 << 20 }, Cancellation);

        using var found = await _client.GetObjectAsync(Bucket, _key, Cancellation);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)), Convert.ToHexString(await SHA256.HashDataAsync(found.ResponseStream, Cancellation)));
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_nothing()
    {
        var upload = await _client.InitiateMultipartUploadAsync(Bucket, _key, Cancellation);
        await _client.UploadPartAsync(new UploadPartRequest { BucketName = Bucket, Key = _key, UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream(new byte[100]) }, Cancellation);

        await _client.AbortMultipartUploadAsync(Bucket, _key, upload.UploadId, Cancellation);

        Assert.DoesNotContain(Directory.EnumerateFiles(_server.Objects, "*", SearchOption.AllDirectories), file => file.Contains(upload.UploadId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_is_answered_with_its_bytes_alone()
    {
        var bytes = await Put(10_000);

        using var found = await _client.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = _key, ByteRange = new ByteRange(5_000, 5_099) }, Cancellation);

        var range = new byte[200];
        Assert.Equal(100, await found.ResponseStream.ReadAtLeastAsync(range, 200, throwOnEndOfStream: false, Cancellation));
        Assert.Equal(bytes[5_000..5_100], range[..100]);
        Assert.Equal((HttpStatusCode.PartialContent, "bytes 5000-5099/10000"), (found.HttpStatusCode, found.ContentRange));
    }

    [Fact]
    public async Task A_presigned_link_is_for_anybody_with_ranges()
    {
        var bytes = await Put(10_000);
        var link = await _client.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Bucket, Key = _key, Protocol = Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5) });
        using var http = new HttpClient();

        Assert.Equal(bytes, await http.GetByteArrayAsync(link, Cancellation));
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(9_000, null) } };
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.Equal(bytes[9_000..], await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Objects_are_listed_in_pages_below_a_prefix()
    {
        foreach (var key in (string[])["a/1", "a/2", "a/3", "b/1"]) await _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = key }, Cancellation);

        var first = await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "a/", MaxKeys = 2 }, Cancellation);
        var second = await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "a/", MaxKeys = 2, ContinuationToken = first.NextContinuationToken }, Cancellation);

        Assert.Equal("a/1 a/2 | a/3", $"{string.Join(' ', first.S3Objects.Select(o => o.Key))} | {string.Join(' ', second.S3Objects.Select(o => o.Key))}");
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public async Task Objects_are_deleted_one_by_one_and_many_at_once()
    {
        foreach (var key in (string[])["a", "b", "c"]) await _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = key }, Cancellation);

        await _client.DeleteObjectAsync(Bucket, "a", Cancellation);
        await _client.DeleteObjectAsync(Bucket, "a", Cancellation);
        await _client.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = Bucket, Objects = [new KeyVersion { Key = "b" }, new KeyVersion { Key = "c" }] }, Cancellation);

        var missing = await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.GetObjectMetadataAsync(Bucket, "b", Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task What_is_there_already_is_not_put_again_on_condition()
    {
        await Put(10);

        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = _key, ContentBody = "other", IfNoneMatch = "*" }, Cancellation));

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(10, (await _client.GetObjectMetadataAsync(Bucket, _key, Cancellation)).ContentLength);
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "new", ContentBody = "other", IfNoneMatch = "*" }, Cancellation);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_is_no_object()
    {
        await using var proxy = FaultyProxy.Before(_server.Endpoint);
        proxy.CutRequests(100, afterBytes: 500_000);
        using var client = new AmazonS3Client(_server.AccessKey, _server.SecretKey, new AmazonS3Config { ServiceURL = proxy.Through(_server.Endpoint).AbsoluteUri, AuthenticationRegion = _server.Region, ForcePathStyle = true, MaxErrorRetry = 0 });

        await Assert.ThrowsAnyAsync<Exception>(() => client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = _key, InputStream = new MemoryStream(new byte[1_000_000]) }, Cancellation));

        await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.GetObjectMetadataAsync(Bucket, _key, Cancellation));
    }

    [Fact]
    public async Task The_SDK_retries_what_is_answered_with_503_or_broken_off()
    {
        await using var proxy = FaultyProxy.Before(_server.Endpoint);
        using var client = _server.Client(proxy.Through(_server.Endpoint));
        proxy.Answer503(1);
        await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = _key, InputStream = new MemoryStream(new byte[1_000_000]) }, Cancellation);
        proxy.CutRequests(1, afterBytes: 500_000);

        await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = _key, InputStream = new MemoryStream(new byte[1_000_001]) }, Cancellation);

        Assert.Equal(1_000_001, (await client.GetObjectMetadataAsync(Bucket, _key, Cancellation)).ContentLength);
    }

    [Fact]
    public async Task Lifecycle_rules_are_not_there()
    {
        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.GetLifecycleConfigurationAsync(Bucket, Cancellation));

        Assert.Equal("NotImplemented", refused.ErrorCode);
    }

    private async Task<byte[]> Put(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = _key, InputStream = new MemoryStream(bytes), ContentType = "video/mp4" }, Cancellation);
        return bytes;
    }
}
