using System.Diagnostics;
using System.Security.Cryptography;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Hosting.Tests.Buckets;

/// <summary>What networks and busy servers do.</summary>
public sealed class FaultTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private const int Large = 40 * 1_048_576;
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        using var other = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));

        proxy.Answer503(3);
        var artifact = await one.Artifacts.AddBytes("content"u8.ToArray(), "txt", Stop);
        proxy.Answer503(3);
        Assert.Equal("content", await File.ReadAllTextAsync(await other.Artifacts.PathOf(artifact, Stop), Stop));
    }

    [Fact]
    public async Task A_body_that_is_cut_on_its_way_here_goes_on_from_there()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        var artifact = await one.Artifacts.AddFile(await one.Write(Large, Stop), Stop);

        proxy.CutResponses(3, 10 * 1_048_576);
        var path = await other.Artifacts.PathOf(artifact, Stop);

        await using var file = File.OpenRead(path);
        Assert.Equal(artifact.Hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Stop)));
        Assert.Equal(4, other.Sent("GetObjectRequest"));
    }

    [Fact]
    public async Task A_body_that_is_cut_on_its_way_there_is_sent_again()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        using var other = new Machine(fixture.Server, _prefix);

        proxy.CutRequests(2, 500_000);
        var small = await one.Artifacts.AddFile(await one.Write(2 * 1_048_576, Stop), Stop);
        proxy.CutRequests(2, 5 * 1_048_576);
        var large = await one.Artifacts.AddFile(await one.Write(Large, Stop), Stop);

        foreach (var artifact in new[] { small, large })
        {
            await using var file = File.OpenRead(await other.Artifacts.PathOf(artifact, Stop));
            Assert.Equal(artifact.Hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Stop)));
        }
    }

    [Fact]
    public async Task A_server_that_is_down_is_named_and_no_secret()
    {
        using var machine = new Machine(fixture.Server, _prefix, new Uri($"http://127.0.0.1:{FreePort.Next()}"), TimeSpan.FromSeconds(1), change: settings => settings.SecretKey = "do not tell");
        var artifact = new ArtifactRef(new string('a', ArtifactRef.HashDigits), "txt", 1);

        foreach (var request in new Func<Task>[]
        {
            async () => await machine.Artifacts.PathOf(artifact, Stop),
            async () => await machine.Artifacts.Contains(artifact, Stop),
            () => machine.Artifacts.AddBytes("x"u8.ToArray(), "txt", Stop),
            () => machine.Artifacts.Sweep(new HashSet<string>(), DateTimeOffset.MinValue, Stop),
            () => machine.Results.GetOrAdd<string>(new string('b', 64), (_, _) => new(true), _ => Task.FromResult("made"), Stop),
        })
        {
            var failure = (await Assert.ThrowsAsync<ReelsmithException>(request)).Failure;
            Assert.Equal((FailureKind.Unavailable, "bucket_unreachable"), (failure.Kind, failure.Code));
            Assert.Contains($"{machine.Settings.Bucket} at http://127.0.0.1:{machine.Settings.Endpoint!.Port}", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("do not tell", failure.Message + failure.Hint, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_comes_back_was_waited_for()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var machine = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        await machine.Artifacts.AddBytes("before"u8.ToArray(), "txt", Stop);
        proxy.Refuse();
        proxy.Drop();

        var adding = machine.Artifacts.AddBytes("meanwhile"u8.ToArray(), "txt", Stop);
        while (machine.Sent("GetObjectMetadataRequest") < 3) await Task.Delay(10, Stop);
        proxy.Accept();

        Assert.True(await machine.Artifacts.Contains(await adding, Stop));
    }

    [Fact]
    public async Task A_missing_bucket_is_named()
    {
        using var machine = new Machine(fixture.Server, _prefix, change: settings => settings.Bucket = "nobodys-bucket");

        Assert.Equal("bucket_missing", (await Assert.ThrowsAsync<ReelsmithException>(() => machine.Artifacts.AddBytes("x"u8.ToArray(), "txt", Stop))).Failure.Code);
    }

    [Fact]
    public async Task An_upload_that_is_cancelled_leaves_nothing()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var machine = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        var path = await machine.Write(Large, Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var adding = machine.Artifacts.AddFile(path, stop.Token);
        while (machine.Sent("UploadPartRequest") < 2) await Task.Delay(5, Stop);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adding);
        Assert.Equal((1, 0), (machine.Sent("AbortMultipartUploadRequest"), machine.Sent("CompleteMultipartUploadRequest")));
        Assert.Empty(await machine.Objects(Stop));
        Assert.True(File.Exists(path)); // its owner's
    }

    [Fact]
    public async Task A_request_to_a_server_that_hangs_can_be_cancelled_at_once()
    {
        await using var proxy = FaultyProxy.Before(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix, proxy.Through(fixture.Server.Endpoint));
        var artifact = await one.Artifacts.AddBytes("content"u8.ToArray(), "txt", Stop);
        proxy.Stall();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var fetching = other.Artifacts.PathOf(artifact, stop.Token).AsTask();
        while (other.Sent("GetObjectRequest") == 0) await Task.Delay(5, Stop);
        var cancelled = Stopwatch.GetTimestamp();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.InRange(Stopwatch.GetElapsedTime(cancelled).TotalSeconds, 0, 10); // by itself it would end after 15
    }
}
