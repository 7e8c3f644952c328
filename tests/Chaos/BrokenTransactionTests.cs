namespace Reelsmith.Chaos.Tests;

/// <summary>What the audit finds when commands and events are not in one transaction: without that a storm could pass for any reason.</summary>
public sealed class BrokenTransactionTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AmplePatience = TimeSpan.FromMinutes(2);
    private static readonly string[] Broken = ["--NoOp:SplitCommits=true", "--NoOp:WorkMilliseconds=40", "--Reelsmith:Jobs:Running=1000", "--Reelsmith:Jobs:PerCaller=1000"];
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-chaos-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Kills_lose_jobs_when_the_transaction_is_broken()
    {
        for (var round = 0; ; round++)
        {
            var seed = Random.Shared.Next();
            var storm = new Storm(seed, Path.Combine(_folder, $"{round}"), Broken);

            var jobs = await storm.Run(60, 6, killsInStart: 0, Patience);

            var found = Audit.Of(storm.Ledger.Lines, jobs);
            output.WriteLine($"seed {seed}: {string.Join(", ", found)}");
            if (found.Any(finding => finding.Fault is Fault.Lost or Fault.NotEnded)) return;
            Assert.True(round < Rounds, "the audit found no loss");
        }
    }

    [Fact]
    public async Task Without_a_kill_nothing_comes_of_it()
    {
        var storm = new Storm(1, _folder, Broken);

        Assert.Empty(Audit.Of(storm.Ledger.Lines, await storm.Run(20, 0, 0, AmplePatience)));
    }
}
