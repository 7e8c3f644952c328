using Microsoft.Extensions.Time.Testing;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Hosting.Checks;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class BucketCheckTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_bucket_there_is_nothing_to_say() => Assert.Null(await new BucketCheck(new ArtifactSettings(), TimeProvider.System).Check(Stop));

    [Fact]
    public async Task A_bucket_that_works_is_ready_and_is_left_as_it_was()
    {
        using var machine = new Machine(fixture.Server, _prefix);

        var report = await new BucketCheck(machine.Settings, TimeProvider.System).Check(Stop);

        Assert.Equal(("bucket", ServerState.Ready), (report!.Server, report.State));
        Assert.Empty(await machine.Objects(Stop));
    }

    [Theory]
    [InlineData(60, ServerState.Doubtful)]
    [InlineData(-60, ServerState.Doubtful)]
    [InlineData(1_000, ServerState.Failed)]
    public async Task A_clock_that_is_off_is_told(int seconds, ServerState expected)
    {
        using var machine = new Machine(fixture.Server, _prefix);

        var report = await new BucketCheck(machine.Settings, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(seconds))).Check(Stop);

        Assert.Equal(expected, report!.State);
        Assert.Contains(seconds > 0 ? "ahead of" : "behind", report.Detail, StringComparison.Ordinal);
        Assert.NotNull(report.Fix);
    }

    [Fact]
    public async Task A_server_that_is_down_fails_and_is_named()
    {
        using var machine = new Machine(fixture.Server, _prefix, new Uri($"http://127.0.0.1:{FreePort.Next()}"));

        var report = await new BucketCheck(machine.Settings, TimeProvider.System).Check(Stop);

        Assert.Equal(ServerState.Failed, report!.State);
        Assert.Contains($"127.0.0.1:{machine.Settings.Endpoint!.Port}", report.Detail, StringComparison.Ordinal);
    }
}
