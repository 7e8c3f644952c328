using System.Security.Cryptography;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class S3ArtifactStoreTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private const long Large = 70 * 1_048_576L;
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_machine_adds_another_reads()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);
        var content = RandomNumberGenerator.GetBytes(100_000);

        var artifact = await one.Artifacts.AddBytes(content, "wav", Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), artifact.Hash);
        Assert.True(await other.Artifacts.Contains(artifact, Stop));
        Assert.Equal(content, await File.ReadAllBytesAsync(await other.Artifacts.PathOf(artifact, Stop), Stop));
        Assert.Equal([$"artifacts/{artifact.Hash[..2]}/{artifact.Hash}.wav"], await one.Objects(Stop));
        Assert.Empty(one.Temporaries());
        Assert.Empty(other.Temporaries());
    }

    [Fact]
    public async Task An_object_has_its_content_type()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var artifact = await machine.Artifacts.AddBytes("{}"u8.ToArray(), "json", Stop);

        var found = await machine.Bucket.Client.GetObjectMetadataAsync(machine.Settings.Bucket, $"{_prefix}{ArtifactNames.ObjectOf(artifact)}", Stop);

        Assert.Equal("application/json", found.Headers.ContentType);
    }

    [Fact]
    public async Task What_is_there_is_not_uploaded_again()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);

        await one.Artifacts.AddBytes("same"u8.ToArray(), "txt", Stop);
        await one.Artifacts.AddBytes("same"u8.ToArray(), "txt", Stop);
        await other.Artifacts.AddBytes("same"u8.ToArray(), "txt", Stop);

        Assert.Equal((1, 0), (one.Sent("PutObjectRequest"), other.Sent("PutObjectRequest")));
    }

    [Fact]
    public async Task What_was_seen_a_moment_ago_is_not_asked_for_again()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var artifact = await machine.Artifacts.AddBytes("seen"u8.ToArray(), "txt", Stop);
        var asked = machine.Sent("GetObjectMetadataRequest");

        for (var n = 0; n < 100; n++) Assert.True(await machine.Artifacts.Contains(artifact, Stop));
        for (var n = 0; n < 100; n++) Assert.NotNull(await machine.Artifacts.PathOf(artifact, Stop));

        Assert.Equal((asked, 0), (machine.Sent("GetObjectMetadataRequest"), machine.Sent("GetObjectRequest")));
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_gone()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var missing = new ArtifactRef(new string('a', ArtifactRef.HashDigits), "mp4", 5);

        Assert.False(await machine.Artifacts.Contains(missing, Stop));
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(async () => await machine.Artifacts.PathOf(missing, Stop))).Failure;
        Assert.Equal(("artifact_missing", FailureKind.Unavailable), (failure.Code, failure.Kind));
    }

    [Fact]
    public async Task A_short_object_is_no_artifact_and_is_replaced()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var content = RandomNumberGenerator.GetBytes(1_000);
        var artifact = new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData(content)), "bin", content.Length);
        await machine.Bucket.Put(ArtifactNames.ObjectOf(artifact), content.AsMemory(0, 400), "application/octet-stream", Stop);

        Assert.False(await machine.Artifacts.Contains(artifact, Stop));
        Assert.Equal("artifact_missing", (await Assert.ThrowsAsync<ReelsmithException>(async () => await machine.Artifacts.PathOf(artifact, Stop))).Failure.Code);
        await machine.Artifacts.AddBytes(content, "bin", Stop);
        Assert.Equal(1_000, (await machine.Bucket.Head(ArtifactNames.ObjectOf(artifact), Stop))!.Bytes);
    }

    [Fact]
    public async Task An_object_with_another_content_never_becomes_a_file()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var artifact = new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData("right"u8)), "bin", 5);
        await machine.Bucket.Put(ArtifactNames.ObjectOf(artifact), "wrong"u8.ToArray(), "application/octet-stream", Stop);

        Assert.Equal("artifact_damaged", (await Assert.ThrowsAsync<ReelsmithException>(async () => await machine.Artifacts.PathOf(artifact, Stop))).Failure.Code);
        Assert.Null(machine.Cache.Find(artifact));
        Assert.Empty(machine.Temporaries());
    }

    [Fact]
    public async Task Fetches_of_one_artifact_at_once_are_one_download()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);
        var artifact = await one.Artifacts.AddFile(await one.Write(8 * 1_048_576, Stop), Stop);

        var paths = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => await other.Artifacts.PathOf(artifact, Stop))));

        Assert.Single(paths.Distinct());
        Assert.Equal(1, other.Sent("GetObjectRequest"));
    }

    [Fact]
    public async Task A_large_file_goes_in_parts_and_takes_no_more_memory()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);
        var path = await one.Write(Large, Stop);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var artifact = await one.Artifacts.AddFile(path, Stop);
        var fetched = await other.Artifacts.PathOf(artifact, Stop);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Large / 2);
        Assert.Equal((5, 0), (one.Sent("UploadPartRequest"), one.Sent("PutObjectRequest")));
        await using var file = File.OpenRead(fetched);
        Assert.Equal(artifact.Hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Stop)));
    }

    [Fact]
    public async Task Two_that_wait_for_a_file_do_not_stop_each_other()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);
        var artifact = await one.Artifacts.AddFile(await one.Write(8 * 1_048_576, Stop), Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var first = other.Artifacts.PathOf(artifact, stop.Token).AsTask();
        var second = other.Artifacts.PathOf(artifact, Stop).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.True(File.Exists(await second));
    }
}
