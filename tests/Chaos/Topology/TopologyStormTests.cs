using System.Globalization;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Chaos.Tests.Topology;

[Collection(nameof(Alone))]
public sealed class TopologyStormTests(ITestOutputHelper output) : IDisposable
{
    private const int JobsAFault = 5;
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-chaos-").FullName;
    private readonly int _seed = Number("REELSMITH_CHAOS_SEED") ?? Random.Shared.Next();
    private readonly int _faults = Number("REELSMITH_CHAOS_FAULTS") ?? 30;

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("REELSMITH_CHAOS_KEEP") is null) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Gateways_and_workers_keep_every_promise_whatever_goes_wrong()
    {
        var machine = await Machine.Look();
        Say($"seed {_seed}, {_faults} faults, in {_folder}");
        var storm = new TopologyStorm(_seed, _folder) { Kinds = Environment.GetEnvironmentVariable("REELSMITH_CHAOS_KINDS")?.Split(',') };

        var found = await storm.Run(_faults * JobsAFault, _faults, machine);

        Say($"{storm.Faults.Struck} faults:\n{storm.Faults}");
        foreach (var refused in machine.Refused()) Say($"This machine refuses: {refused}");
        foreach (var end in storm.Jobs.CountBy(job => job.Error?.Code ?? $"{job.Status}")) Say($"{end.Value,5} {end.Key}");
        Assert.True(found.Count == 0, $"seed {_seed}: {string.Join("\n", found)}");
        Assert.Equal(_faults * JobsAFault, storm.Jobs.Count);
        Assert.True(storm.Faults.Struck >= _faults, $"only {storm.Faults.Struck} faults came about");
        Assert.All(Enum.GetValues<Told>(), told => Assert.Contains(storm.Ledger.Lines, line => line.Told == told));
        Assert.Contains(storm.Jobs, job => job.Error?.Code == "refused");
        // One machine's trouble is no job's.
        Assert.DoesNotContain(storm.Jobs, job => job.Error?.Code is DiskFull.Code or IArtifactStore.Denied or IArtifactStore.WrongClock);
    }

    // Shown by ./test whether or not all is well.
    private void Say(string text)
    {
        output.WriteLine(text);
        TestContext.Current.SendDiagnosticMessage(text);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
