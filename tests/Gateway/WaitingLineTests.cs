using FsCheck;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Tests;

public sealed class WaitingLineTests : IAsyncDisposable
{
    private readonly TemporaryData _data = new();
    private readonly GatewayStore _store;
    private readonly CommitQueue _commits;
    private readonly GatewayInstance _instance;
    private readonly WaitingLine _line;
    private readonly DateTimeOffset _start = Logs.At;
    private int _joined;

    public WaitingLineTests()
    {
        _store = new GatewayStore(new SqliteDatabase(_data.Folder));
        _commits = new CommitQueue(_store, TimeProvider.System);
        _instance = new GatewayInstance(_data.Folder);
        _line = new WaitingLine(_store, _instance, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        _instance.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Callers_take_turns_however_many_jobs_each_has()
    {
        await Join("aaaabbc");

        Assert.Equal("abcabaa", await Drain());
    }

    [Fact]
    public async Task Jobs_that_join_together_keep_their_order()
    {
        await Task.WhenAll("aaaabbc".Select(owner => Join(owner.ToString())));

        Assert.Equal("abcabaa", await Drain());
    }

    [Fact]
    public async Task Who_comes_late_waits_for_one_job_of_the_others_at_most()
    {
        await Join("aaaaaa");
        await Take();
        await Take();
        await Join("b");

        Assert.Equal("abaaa", await Drain());
    }

    [Fact]
    public async Task Who_was_away_gains_nothing_by_it()
    {
        await Join("aaaa");
        for (var n = 0; n < 3; n++) await Take();
        await Join("bbba");

        Assert.Equal("abbab", await Drain()); // of equal turns the earlier submission is first
    }

    [Property(MaxTest = 20)]
    public async Task Positions_are_the_order_in_which_jobs_are_taken(byte[] steps)
    {
        while (await Take() is not null)
        {
            // of the run before
        }
        var waiting = new List<Guid>();
        foreach (var step in steps)
        {
            if (step % 5 == 1 && await Take() is { } taken) Assert.True(waiting.Remove(taken.Id));
            else waiting.AddRange(await Join($"{(char)('a' + (step % 3))}"));
        }
        var positions = new Dictionary<Guid, int>();
        foreach (var id in waiting) positions[id] = (await _line.PositionOf(id, CancellationToken.None))!.Value;

        for (var n = 0; await Take() is { } next; n++) Assert.Equal(n, positions[next.Id]);
    }

    [Fact]
    public async Task In_a_long_line_positions_are_right_too()
    {
        var joined = new List<Guid>();
        for (var n = 0; n < 6; n++) joined.AddRange(await Join(new string((char)('a' + (n % 2)), 200)));

        var order = await _line.Next(joined.Count, CancellationToken.None);
        foreach (var place in new[] { 0, 1, 255, 256, 257, 511, 512, 513, 900, 1199 })
        {
            Assert.Equal(place, await _line.PositionOf(order[place], CancellationToken.None));
        }
    }

    private async Task<Guid[]> Join(string owners) => await Task.WhenAll(owners.Select(owner => _commits.Commit(async db =>
    {
        var row = new JobRow { Id = Guid.CreateVersion7(_start.AddMilliseconds(_joined++)), Owner = owner.ToString(), Gateway = _instance.Jobs, RequestHash = "", Submitted = "", Status = JobStatus.Queued, Turn = await _line.Turn(db, owner.ToString()) };
        db.Jobs.Add(row);
        return row.Id;
    })));

    private async Task<JobRow?> Take()
    {
        if ((await _line.Next(1, CancellationToken.None)) is not [var next]) return null;
        return await _commits.Commit(async db =>
        {
            var row = await db.Jobs.SingleAsync(row => row.Id == next);
            (row.Status, row.Turn) = (JobStatus.Running, null);
            return row;
        });
    }

    private async Task<string> Drain()
    {
        var owners = "";
        while (await Take() is { } next) owners += next.Owner;
        return owners;
    }
}
