using Reelsmith.NoOpServer.Deaths;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>What goes wrong at a site.</summary>
internal sealed class Weather(Site site, Random random, Machine machine) : IDisposable
{
    public const string GatewayKilled = "kill -9 of a gateway";
    public const string WorkerKilled = "kill -9 of a worker";
    private const string TimeLibrary = "LD_PRELOAD";
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5), LongPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2), LongestUntilUpload = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim _broker = new(1, 1), _database = new(1, 1), _bucket = new(1, 1), _changed = new(1, 1);
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
        ("a worker dies mid-upload", 2, DieMidUpload),
        ("SIGTERM of a gateway", 3, () => Done(AnyGateway().Ask())),
        ("SIGTERM of a worker", 3, () => Done(AnyWorker().Ask())),
        ("SIGSTOP of a gateway", 2, () => Pause(AnyGateway(), Long(LongestPause))),
        ("SIGSTOP of a worker", 2, () => Pause(AnyWorker(), Long(LongestPause))),
        ("SIGSTOP of a process for 30 s", 1, () => Pause(AnyMember(), LongPause)),
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
        .. Where(machine.FakeTime is not null, ("clock jumps", 4, JumpClock)),
        .. Where(machine.MayMount, ("disk full", 3, FillDisk)),
        .. Where(machine.MayDivide, ("network of a host cut", 3, CutNetwork)),
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
        foreach (var one in new[] { _broker, _database, _bucket, _changed }) one.Dispose();
    }

    private async Task<bool> KillWhileStarting()
    {
        var member = AnyMember();
        await member.Kill();
        await Task.Delay(Long(LongestStart));
        await member.Kill();
        return true;
    }

    private async Task<bool> Pause(Member member, TimeSpan pause)
    {
        var id = member.ProcessId;
        await member.Pause();
        await Task.Delay(pause);
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

    // A host with a network of its own, whose cable is pulled and put back.
    private async Task<bool> CutNetwork()
    {
        var link = new NetworkLink();
        await using var far = new Lines(site.Servers, link.Address);
        return await Differently(AnyWorker, member => (member.Lines, member.Wrapper) = (far, link.Wrapper), async _ =>
        {
            var cut = await link.Cut();
            await Task.Delay(Long(LongestPause));
            cut &= await link.Mend();
            await Task.Delay(Long(LongestPause));
            return cut && far.Broker.Connections > 0;
        });
    }

    private async Task<bool> DieMidUpload()
    {
        var worker = AnyWorker();
        var upload = worker.Lines.Bucket.HoldUpload();
        if (await Task.WhenAny(upload, Task.Delay(LongestUntilUpload)) != upload)
        {
            worker.Lines.Bucket.LetUploads();
            return false;
        }
        await worker.Kill();
        return true;
    }

    // The clock of a running process goes forward or back, and right again.
    private Task<bool> JumpClock() => Differently(AnyMember, member =>
    {
        SetClock(member, 0);
        member.Environment[TimeLibrary] = machine.FakeTime!;
        member.Environment["FAKETIME_TIMESTAMP_FILE"] = ClockOf(member);
        member.Environment["FAKETIME_NO_CACHE"] = "1";
        member.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
    }, async member =>
    {
        foreach (var seconds in new[] { Next(-3_600, 3_600), 0 })
        {
            SetClock(member, seconds);
            await Task.Delay(Long(LongestPause));
        }
        return true;
    });

    private static void SetClock(Member member, int seconds)
    {
        var clock = ClockOf(member);
        File.WriteAllText(clock + ".new", $"{seconds:+0;-0;+0}");
        File.Move(clock + ".new", clock, overwrite: true);
    }

    private static string ClockOf(Member member) => Path.Combine(member.Data, "clock");

    // The disk goes with the process.
    private Task<bool> FillDisk() => Differently(AnyMember, member => member.Wrapper = machine.OnSmallDisk(member.Data), async member =>
    {
        var full = await Machine.Fill(member.ProcessId, member.Data);
        await Task.Delay(Long(LongestPause));
        return full;
    });

    // One process at a time is started in another way than the rest, and then as they are again.
    private Task<bool> Differently(Func<Member> any, Action<Member> change, Func<Member, Task<bool>> strike) => Alone(_changed, async () =>
    {
        var member = any();
        var lines = member.Lines;
        change(member);
        await member.Kill();
        await Task.WhenAll(Task.WhenAny(member.Address, Task.Delay(LongestPause)), Task.Delay(LongestStart)); // it has started again, and does some of its work
        var struck = await strike(member);
        (member.Lines, member.Wrapper) = (lines, []);
        member.Environment.Clear();
        await member.Kill();
        return struck;
    });

    private static Task<bool> Alone(SemaphoreSlim what, Func<Task> strike) => Alone(what, () => Done(strike()));

    private static async Task<bool> Alone(SemaphoreSlim what, Func<Task<bool>> strike)
    {
        await what.WaitAsync();
        try
        {
            return await strike();
        }
        finally
        {
            what.Release();
        }
    }

    private static IEnumerable<(string, int, Func<Task<bool>>)> Where(bool possible, (string, int, Func<Task<bool>>) fault) => possible ? [fault] : [];

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
