using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>What the audit finds when a promise is broken on purpose: without that a storm could pass for any reason.</summary>
[Collection(nameof(Alone))]
public sealed class BrokenPromiseTests(ITestOutputHelper output) : IDisposable
{
    private const int Jobs = 60;
    private const int Rounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-chaos-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_gateway_that_commits_in_two_transactions_loses_jobs() =>
        Finds([Fault.Lost, Fault.NotEnded], 12, (seed, folder) => new TopologyStorm(seed, folder) { GatewaySettings = ["--NoOp:SplitCommits=true"], Kinds = [Weather.GatewayKilled], Patience = Patience });

    [Fact]
    public Task A_worker_that_acknowledges_before_it_publishes_loses_jobs() =>
        Finds([Fault.NotEnded], 12, (seed, folder) => new TopologyStorm(seed, folder) { WorkerSettings = ["--NoOp:AcksFirst=true", "--NoOp:WorkMilliseconds=600"], Kinds = [Weather.WorkerKilled], Patience = Patience });

    [Fact]
    public Task A_file_that_changes_in_the_bucket_is_found() => Finds([Fault.FileBroken], 0, (seed, folder) => new TopologyStorm(seed, folder) { Corrupt = Corrupt, Patience = Patience });

    private async Task Finds(Fault[] expected, int faults, Func<int, string, TopologyStorm> storm)
    {
        for (var round = 0; ; round++)
        {
            var seed = Random.Shared.Next();
            var found = await storm(seed, Directory.CreateDirectory(Path.Combine(_folder, $"{round}")).FullName).Run(Jobs, faults, new Machine(null, false, false));
            output.WriteLine($"seed {seed}: {string.Join("\n", found)}");
            if (found.Any(finding => expected.Contains(finding.Fault))) return;
            Assert.True(round < Rounds, "the audit found nothing of it");
        }
    }

    // One byte of each, in the server's own file: some film may be of a storyboard that was edited since.
    private static void Corrupt(S3Server bucket)
    {
        foreach (var film in Directory.EnumerateFiles(bucket.Objects, "*.mp4._S3rver_object", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(film);
            content[0] ^= 1;
            File.WriteAllBytes(film, content);
        }
    }
}
