using Amazon.S3;
using Amazon.S3.Model;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

public sealed class S3ServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_outlive_a_kill()
    {
        await using var server = await S3Server.Start(Cancellation);
        using var client = server.Client();
        await client.PutObjectAsync(new PutObjectRequest { BucketName = server.Bucket, Key = "clips/1.mp4", ContentBody = "pixels" }, Cancellation);

        await server.Kill();
        await server.Restart(Cancellation);

        using var found = await client.GetObjectAsync(server.Bucket, "clips/1.mp4", Cancellation);
        Assert.Equal("pixels", await new StreamReader(found.ResponseStream).ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task An_unknown_access_key_is_refused()
    {
        await using var server = await S3Server.Start(Cancellation);
        using var client = new AmazonS3Client("nobody", "wrong", new AmazonS3Config { ServiceURL = server.Endpoint.AbsoluteUri, AuthenticationRegion = server.Region, ForcePathStyle = true });

        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = server.Bucket }, Cancellation));

        Assert.Equal("InvalidAccessKeyId", refused.ErrorCode);
    }

    [Fact]
    public async Task Two_servers_at_once_have_objects_of_their_own()
    {
        var starting = S3Server.Start(Cancellation);
        await using var first = await S3Server.Start(Cancellation);
        await using var second = await starting;
        using var one = first.Client();
        using var other = second.Client();

        await one.PutObjectAsync(new PutObjectRequest { BucketName = first.Bucket, Key = "a", ContentBody = "a" }, Cancellation);

        var listed = await other.ListObjectsV2Async(new ListObjectsV2Request { BucketName = second.Bucket }, Cancellation);
        Assert.Equal(0, listed.KeyCount ?? 0);
    }
}
