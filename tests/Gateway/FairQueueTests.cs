using FsCheck;
using FsCheck.Xunit;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Tests;

public sealed class FairQueueTests
{
    [Fact]
    public void Callers_take_turns_however_many_jobs_each_has()
    {
        var queue = new FairQueue();
        foreach (var owner in "aaaabbc") queue.Add(Guid.NewGuid(), owner.ToString());

        Assert.Equal("abcabaa", Drain(queue));
    }

    [Fact]
    public void Who_comes_late_waits_for_one_job_of_the_others_at_most()
    {
        var queue = new FairQueue();
        foreach (var owner in "aaaaaa") queue.Add(Guid.NewGuid(), owner.ToString());
        queue.Take();
        queue.Take();
        queue.Add(Guid.NewGuid(), "b");

        Assert.Equal("abaaa", Drain(queue));
    }

    [Fact]
    public void Who_was_away_gains_nothing_by_it()
    {
        var queue = new FairQueue();
        foreach (var owner in "aaaa") queue.Add(Guid.NewGuid(), owner.ToString());
        for (var n = 0; n < 3; n++) queue.Take();
        foreach (var owner in "bbb") queue.Add(Guid.NewGuid(), owner.ToString());
        queue.Add(Guid.NewGuid(), "a");

        Assert.Equal("abbab", Drain(queue)); // of equal turns the earlier submission is first
    }

    [Property(MaxTest = 200)]
    public void Positions_are_the_order_in_which_jobs_are_taken(byte[] steps)
    {
        var queue = new FairQueue();
        var waiting = new List<Guid>();
        foreach (var step in steps)
        {
            if (step % 5 == 0 && waiting.Count > 0)
            {
                Assert.True(queue.Remove(waiting[step % waiting.Count]));
                waiting.RemoveAt(step % waiting.Count);
            }
            else if (step % 5 == 1 && queue.Take() is { } taken)
            {
                Assert.True(waiting.Remove(taken.JobId));
            }
            else
            {
                waiting.Add(Guid.NewGuid());
                queue.Add(waiting[^1], $"{step % 3}");
            }
        }
        var positions = waiting.ToDictionary(id => id, id => queue.PositionOf(id)!.Value);

        Assert.Equal(waiting.Count, queue.Count);
        for (var n = 0; queue.Take() is { } next; n++) Assert.Equal(n, positions[next.JobId]);
    }

    private static string Drain(FairQueue queue)
    {
        var owners = "";
        while (queue.Take() is { } next) owners += next.Owner;
        return owners;
    }
}
