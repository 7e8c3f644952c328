using Reelsmith.NoOpServer.Deaths;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>What goes wrong at a site.</summary>
internal sealed class Weather(Site site, Random random, Machine machine) : IDisposable
{
    public const string GatewayKilled = "kill -9 of a gateway";
    public const string WorkerKilled = "kill -9 of a worker";
    private const string TimeLibrary = "LD_PRELOAD";
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5), LongPause = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _broker = new(1, 1), _database = new(1, 1), _bucket = new(1, 1);
    private readonly Shoveller _shoveller = new(site.Servers.Broker.Url, new Random(random.Next()));
    private readonly Lock _lock = new();

    /// <summary>Every fault of the deck, as often as it comes in a hundred or so.</summary>
    public IReadOnlyList<(string Kind, int Times, Func<Task<bool>> Strike)> Faults() =>
    [
        (GatewayKilled, 8, () => Done(AnyGateway().Kill())),
        (WorkerKilled, 10, () => Done(AnyWorker().Kill())),
        ("kill -9 while it starts", 4, KillWhileStarting),
        .. DeathPoint.OfGateways.Select(point => ($"a gateway dies {point}", 2, new Func<Task<bool>>(() => AnyGateway().DieAt(point)))),
        .. DeathPoint.OfWorkers.Select(point => ($"a worker dies {point}", 2, new Func<Task<bool>>(() => AnyWorker().DieAt(point)))),
        ("SIGTERM of a gateway", 3, () => Done(AnyGateway().Ask())),
        ("SIGTERM of a worker", 3, () => Done(AnyWorker().Ask())),
        ("SIGSTOP of a gateway", 2, () => Pause(AnyGateway(), LongestPause)),
        ("SIGSTOP of a worker", 2, () => Pause(AnyWorker(), LongestPause)),
        ("SIGSTOP of a process for long", 1, () => Pause(AnyMember(), LongPause)),
        ("SIGSTOP of the broker", 1, () => Alone(_broker, () => Pause(site.Servers.Broker.Pause, site.Servers.Broker.Continue))),
        ("SIGSTOP of the database", 1, () => Alone(_database, () => Pause(site.Servers.Database.Pause, site.Servers.Database.Continue))),
        ("broker killed", 2, () => Alone(_broker, () => Restart(site.Servers.Broker.Kill, site.Servers.Broker.Restart))),
        ("broker restarted", 2, () => Alone(_broker, () => site.Servers.Broker.Restart(CancellationToken.None))),
        ("database killed", 3, () => Alone(_database, () => Restart(site.Servers.Database.Kill, site.Servers.Database.Restart))),
        ("database restarted", 2, () => Alone(_database, () => site.Servers.Database.Restart(CancellationToken.None))),
        ("bucket killed", 2, () => Alone(_bucket, () => Restart(site.Servers.Bucket.Kill, site.Servers.Bucket.Restart))),
        ("bucket answers 503", 4, () => Done(() => AnyMember().Lines.Bucket.Answer503(Next(1, 8)))),
        ("uploads cut", 3, () => Done(() => AnyWorker().Lines.Bucket.CutRequests(Next(1, 4), Next(100, 2_000)))),
        ("downloads cut", 3, () => Done(() => AnyMember().Lines.Bucket.CutResponses(Next(1, 4), Next(50, 800)))),
        ("connections reset", 6, () => Done(AnyLine().Drop)),
        ("connections refused", 5, Refuse),
        ("connections stalled", 4, Stall),
        ("process alone on its network", 2, CutOff),
        ("deliveries doubled", 5, async () => await _shoveller.Duplicate(Long(TimeSpan.FromSeconds(2))) > 0),
        ("deliveries replayed", 3, async () => await _shoveller.Replay() > 0),
        ("deliveries in another order", 4, async () => await _shoveller.Reorder(Long(TimeSpan.FromSeconds(1))) > 0),
        .. machine.FakeTime is null ? [] : new (string, int, Func<Task<bool>>)[] { ("clock jumps", 4, JumpClock) },
        .. machine.MayMount ? new (string, int, Func<Task<bool>>)[] { ("disk full", 3, FillDisk) } : [],
    ];

    /// <summary>Ends what has no end of its own.</summary>
    public void Clear()
    {
        foreach (var line in site.Members.SelectMany(member => member.Lines.All))
        {
            line.Answer503(0);
            line.CutRequests(0, 0);
            line.CutResponses(0, 0);
            line.Flow();
            line.Accept();
        }
    }

    public void Dispose()
    {
        foreach (var server in new[] { _broker, _database, _bucket }) server.Dispose();
    }

    private async Task<bool> KillWhileStarting()
    {
        var member = AnyMember();
        await member.Kill();
        await Task.Delay(Long(LongestStart));
        await member.Kill();
        return true;
    }

    private async Task<bool> Pause(Member member, TimeSpan longest)
    {
        var id = member.ProcessId;
        await member.Pause();
        await Task.Delay(Long(longest));
        if (member.ProcessId != id) return false; // killed meanwhile
        await member.Continue();
        return true;
    }

    private async Task Pause(Action pause, Action go)
    {
        pause();
        await Task.Delay(Long(LongestPause));
        go();
    }

    private async Task Restart(Func<Task> kill, Func<CancellationToken, Task> restart)
    {
        await kill();
        await Task.Delay(Long(LongestStart));
        await restart(CancellationToken.None);
    }

    private async Task<bool> Refuse()
    {
        var line = AnyLine();
        line.Refuse();
        line.Drop();
        await Task.Delay(Long(LongestPause));
        line.Accept();
        return true;
    }

    private async Task<bool> Stall()
    {
        var line = AnyLine();
        line.Stall();
        await Task.Delay(Long(LongestPause));
        line.Flow();
        return true;
    }

    private async Task<bool> CutOff()
    {
        var lines = AnyMember().Lines.All;
        foreach (var line in lines) line.Stall();
        await Task.Delay(Long(LongestPause));
        foreach (var line in lines)
        {
            line.Drop();
            line.Flow();
        }
        return true;
    }

    private async Task<bool> JumpClock()
    {
        var member = AnyMember();
        var seconds = Next(-3_600, 3_600);
        member.Environment[TimeLibrary] = machine.FakeTime!;
        member.Environment["FAKETIME"] = $"{seconds:+0;-0}";
        member.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        await member.Kill();
        await Task.Delay(LongestStart + Long(LongestPause));
        member.Environment.Clear();
        await member.Kill();
        return true;
    }

    private async Task<bool> FillDisk()
    {
        var member = AnyMember();
        member.Wrapper = machine.OnSmallDisk(member.Data);
        await member.Kill();
        await Task.Delay(LongestStart);
        var full = await Machine.Fill(member.ProcessId, member.Data);
        await Task.Delay(Long(LongestPause));
        member.Wrapper = [];
        await member.Kill(); // its disk goes with it
        return full;
    }

    private static async Task<bool> Alone(SemaphoreSlim server, Func<Task> strike)
    {
        await server.WaitAsync();
        try
        {
            await strike();
            return true;
        }
        finally
        {
            server.Release();
        }
    }

    private static async Task<bool> Done(Task strike)
    {
        await strike;
        return true;
    }

    private static Task<bool> Done(Action strike)
    {
        strike();
        return Task.FromResult(true);
    }

    private FaultyProxy AnyLine() => Any([.. site.Members.SelectMany(member => member.Lines.All)]);

    private Member AnyGateway() => AnyAtWork(site.Gateways);

    private Member AnyWorker() => AnyAtWork(site.Workers);

    private Member AnyMember() => AnyAtWork([.. site.Members]);

    // One that is starting would only start again, but for the fault that is about that.
    private Member AnyAtWork(IReadOnlyList<Member> members)
    {
        Member[] atWork = [.. members.Where(member => member.Address.IsCompletedSuccessfully)];
        return Any(atWork.Length > 0 ? atWork : members);
    }

    private T Any<T>(IReadOnlyList<T> of) => of[Next(0, of.Count)];

    private TimeSpan Long(TimeSpan longest)
    {
        lock (_lock) return longest * random.NextDouble();
    }

    private int Next(int from, int end)
    {
        lock (_lock) return random.Next(from, end);
    }
}
