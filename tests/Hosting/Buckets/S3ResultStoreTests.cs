using Reelsmith.Hosting.Buckets;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class S3ResultStoreTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private static readonly string Key = StageResults.Key("speech", "engine 1", new { Input = "1" });
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_machine_has_made_another_finds()
    {
        using var one = new Machine(fixture.Server, _prefix);
        using var other = new Machine(fixture.Server, _prefix);

        Assert.Equal(("made", false), await Get(one, "made"));
        Assert.Equal(("made", true), await Get(other, "made again"));
        Assert.Equal([$"results/{Key[..2]}/{Key}.json"], await one.Objects(Stop));
    }

    [Fact]
    public async Task Two_callers_at_once_make_it_once()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        var made = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => machine.Results.GetOrAdd(Key, (_, _) => new(true), _ => Task.FromResult($"made {Interlocked.Increment(ref made)}"), Stop)));

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_result_whose_files_are_gone_is_made_anew()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        await Get(machine, "made");

        Assert.Equal(("made again", false), await machine.Results.GetOrAdd<string>(Key, (result, _) => new(result != "made"), _ => Task.FromResult("made again"), Stop));
        Assert.Equal(("made again", true), await Get(machine, "made thrice"));
    }

    [Fact]
    public async Task What_is_of_use_is_touched_once_a_day()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var machine = new Machine(fixture.Server, _prefix, time: time);
        await Get(machine, "made");

        await Get(machine, "");
        Assert.Equal(1, machine.Sent("PutObjectRequest"));
        time.Advance(TimeSpan.FromHours(25));
        await Get(machine, "");
        Assert.Equal(2, machine.Sent("PutObjectRequest"));
        Assert.Equal(("made", true), await Get(machine, ""));
    }

    [Fact]
    public async Task What_was_of_no_use_since_is_forgotten_and_the_rest_told()
    {
        using var machine = new Machine(fixture.Server, _prefix);
        await Get(machine, "made");

        Assert.Equal(["\"made\""], await Forget(machine, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(7)));
        var read = machine.Sent("GetObjectRequest");
        Assert.Equal(["\"made\""], await Forget(machine, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(7)));
        Assert.Equal(read, machine.Sent("GetObjectRequest")); // from its own copy

        Assert.Empty(await Forget(machine, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1)));
        Assert.Empty(await machine.Objects(Stop));
        Assert.Empty(Directory.GetFiles(machine.Data.Results, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Of_two_machines_the_first_to_finish_is_heard()
    {
        using var server = new ConditionalServer(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix, server.Endpoint);
        using var other = new Machine(fixture.Server, _prefix, server.Endpoint);
        var begun = new TaskCompletionSource();
        var finish = new TaskCompletionSource();

        var slow = one.Results.GetOrAdd(Key, (_, _) => new(true), async _ =>
        {
            begun.SetResult();
            await finish.Task;
            return "made later";
        }, Stop);
        await begun.Task;
        Assert.Equal(("made first", false), await Get(other, "made first"));
        finish.SetResult();

        Assert.Equal(("made first", false), await slow);
        Assert.Equal(("made first", true), await Get(one, ""));
    }

    [Fact]
    public async Task A_result_that_another_has_made_anew_meanwhile_stays()
    {
        using var server = new ConditionalServer(fixture.Server.Endpoint);
        using var one = new Machine(fixture.Server, _prefix, server.Endpoint);
        using var other = new Machine(fixture.Server, _prefix, server.Endpoint);
        await Get(one, "incomplete");

        var made = await one.Results.GetOrAdd<string>(Key, (result, _) => new(result != "incomplete"), async _ =>
        {
            await other.Results.GetOrAdd<string>(Key, (result, _) => new(result != "incomplete"), _ => Task.FromResult("by the other"), Stop);
            return "by one";
        }, Stop);

        Assert.Equal(("by the other", false), made);
        Assert.Equal(("by the other", true), await Get(one, ""));
    }

    [Fact]
    public async Task A_server_without_conditions_takes_the_last()
    {
        using var server = new ConditionalServer(fixture.Server.Endpoint, refuses: true);
        using var machine = new Machine(fixture.Server, _prefix, server.Endpoint);

        Assert.Equal(("made", false), await Get(machine, "made"));
        Assert.Equal(("made", true), await Get(machine, ""));
    }

    private static async Task<string[]> Forget(Machine machine, DateTimeOffset since)
    {
        var kept = new List<string>();
        await foreach (var text in machine.Results.Forget(since, Stop)) kept.Add(text);
        return [.. kept];
    }

    private static Task<(string Result, bool Cached)> Get(Machine machine, string made) => machine.Results.GetOrAdd<string>(Key, (_, _) => new(true), _ => Task.FromResult(made), Stop);
}
