using Reelsmith.Gateway.Store;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Many jobs at a site where everything goes wrong, and what is there when it is over.</summary>
internal sealed class TopologyStorm(int seed, string folder)
{
    private const int AtOnce = 4;
    private const int MostMissed = 2;
    private const int EndsBetween = 2;
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(1), LongestBreath = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly Lock _told = new();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private int _ended;

    public Ledger Ledger { get; } = new(Path.Combine(folder, "ledger.jsonl"));

    public FaultCount Faults { get; } = new();

    /// <summary>What a process is told besides.</summary>
    public string[] GatewaySettings { get; init; } = [];

    public string[] WorkerSettings { get; init; } = [];

    /// <summary>The kinds of faults that come, or parts of their names; null: all.</summary>
    public string[]? Kinds { get; init; }

    /// <summary>Done to the bucket before its files are read.</summary>
    public Action<S3Server>? Corrupt { get; init; }

    /// <summary>How long no job ends before those that are left are given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyList<StoredJob> Jobs { get; private set; } = [];

    /// <returns>What was found wrong.</returns>
    public async Task<IReadOnlyList<Finding>> Run(int jobs, int faults, Machine machine)
    {
        var random = new Random(seed);
        var wanted = StormJob.Draw(random, jobs, Math.Max(1, faults), changes: true);
        await using var site = await Site.Start(folder, GatewaySettings, WorkerSettings, CancellationToken.None);
        using var client = new StormClient(site.Address, Ledger);
        using var stop = new CancellationTokenSource();
        Tell("the site is there");
        using var weather = new Weather(site, random, machine);
        var making = new List<Task>();
        await Strike(weather, random, faults, fault => making.AddRange(wanted.Where(job => job.AfterKill == fault).Select(job => Make(client, job, stop.Token))));
        making.AddRange(wanted.Where(job => job.AfterKill >= faults).Select(job => Make(client, job, stop.Token)));
        weather.Clear();
        Tell("the faults are over");
        await site.Listens(CancellationToken.None);
        await End(Task.WhenAll(making), stop);
        return await Look(site);
    }

    private async Task Strike(Weather weather, Random random, int faults, Action<int> before)
    {
        var kinds = weather.Faults().Where(fault => Kinds?.Any(kind => fault.Kind.Contains(kind, StringComparison.Ordinal)) != false).ToArray();
        var going = new List<Task>();
        var deck = new Queue<(string Kind, int Times, Func<Task<bool>> Strike)>();
        for (var n = 0; n < faults * MostMissed && Faults.Struck < faults; n++)
        {
            if (n < faults) before(n);
            if (deck.Count == 0)
            {
                var cards = kinds.SelectMany(fault => Enumerable.Repeat(fault, fault.Times)).ToArray();
                random.Shuffle(cards);
                deck = new(cards);
            }
            going.Add(Count(deck.Dequeue()));
            await Task.Delay(LongestBetween * random.NextDouble());
            await Breathe();
            going.RemoveAll(fault => fault.IsCompletedSuccessfully);
            if (going.Count >= AtOnce) await Task.WhenAny(going);
        }
        await Task.WhenAll(going);
    }

    // A site that is struck faster than it recovers would do nothing that could go wrong.
    private async Task Breathe()
    {
        var (ended, started) = (Volatile.Read(ref _ended), TimeProvider.System.GetTimestamp());
        while (Volatile.Read(ref _ended) < ended + EndsBetween && TimeProvider.System.GetElapsedTime(started) < LongestBreath) await Task.Delay(BetweenLooks);
    }

    private async Task Count((string Kind, int Times, Func<Task<bool>> Strike) fault)
    {
        Tell($"{fault.Kind} begins");
        var struck = await fault.Strike();
        Faults.Add(fault.Kind, struck);
        Tell($"{fault.Kind} {(struck ? "is over" : "did not come about")}");
    }

    private void Tell(string line)
    {
        lock (_told) File.AppendAllText(Path.Combine(folder, "storm.log"), $"{TimeProvider.System.GetElapsedTime(_started).TotalSeconds:F1} {Volatile.Read(ref _ended)} {line}\n");
    }

    private async Task Make(StormClient client, StormJob job, CancellationToken cancellationToken)
    {
        try
        {
            await client.Make(job, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // given up; the audit says what was wrong with it
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    private async Task End(Task everything, CancellationTokenSource stop)
    {
        for (var before = -1; !everything.IsCompleted && before != Volatile.Read(ref _ended);)
        {
            before = Volatile.Read(ref _ended);
            await Task.WhenAny(everything, Task.Delay(Patience));
        }
        await stop.CancelAsync();
        await everything;
    }

    private async Task<IReadOnlyList<Finding>> Look(Site site)
    {
        Tell("every job has ended, or is given up");
        await LeftMessages.Settle(site);
        Tell("the queues are empty, or it takes too long");
        var inventory = new Inventory();
        using (var client = new StormClient(site.Address, Ledger)) await inventory.Ask(client, CancellationToken.None);
        Jobs = await inventory.Read(new PostgresDatabase(site.Servers.Connection));
        Corrupt?.Invoke(site.Servers.Bucket);
        return
        [
            .. Audit.Of(Ledger.Lines, Jobs),
            .. await LeftMessages.Find(site, Jobs),
            .. await Films.Check(site, Jobs),
            .. Ledger.WrongAnswers.Select(answer => new Finding(Fault.WrongAnswer, answer)),
            .. site.Members.SelectMany(member => member.EndedByItself).Select(end => new Finding(Fault.EndedByItself, end)),
        ];
    }
}
