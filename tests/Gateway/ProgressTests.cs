using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class ProgressTests
{
    private readonly FakeTimeProvider _time = new();

    [Property(MaxTest = 200)]
    public void Progress_never_falls_and_ends_at_one(PositiveInt sceneCount, int seed)
    {
        var random = new System.Random(seed);
        var storyboard = SampleStoryboard.Of(1 + (sceneCount.Get % 5));
        var job = Logs.Running();
        var board = new ProgressBoard(job, _time, told: true);
        JobLogEntry[] events = [Logs.Written(storyboard), .. Enumerable.Range(0, storyboard.Scenes.Count).SelectMany(n => new[] { Logs.Narrated(n, random.Next(500_000)), Logs.Rendered(n) }), Logs.Composed()];
        var last = 0.0;
        foreach (var entry in events)
        {
            board.Report(new StageProgressed(job.Id, StageName.Video, random.Next(3), random.NextDouble()));
            board.Update(job = job.Apply(entry), entry.Event);
            var now = board.Snapshot().Fraction;
            Assert.InRange(now, last, 1);
            last = now;
        }
        Assert.Equal(1, last);
    }

    [Fact]
    public void What_a_stage_took_so_far_is_what_the_rest_of_it_weighs()
    {
        var narrated = Logs.Running().Fold(Logs.Written(SampleStoryboard.Of(2)), Logs.Narrated(0), Logs.Narrated(1));
        var dear = ((SceneRendered)Logs.Rendered(0).Event) with { Cost = new StageCost(false, 200, 400) };

        Assert.InRange(ProgressEstimate.Fraction(narrated.Fold(new JobLogEntry(dear, Logs.At))), 0.35, 0.55);
    }

    [Fact]
    public void Time_left_follows_from_the_time_gone()
    {
        var job = Logs.Running().Fold(Logs.Written(SampleStoryboard.Of(2)), Logs.Narrated(0), Logs.Narrated(1));
        var board = new ProgressBoard(job, _time, told: true);
        Assert.Null(board.Snapshot().TimeLeft);
        _time.Advance(TimeSpan.FromSeconds(10));
        board.Update(job.Apply(Logs.Rendered(0)), Logs.Rendered(0).Event);

        var snapshot = board.Snapshot();

        var before = ProgressEstimate.Fraction(job);
        Assert.Equal(10 * (1 - snapshot.Fraction) / (snapshot.Fraction - before), snapshot.TimeLeft!.Value.TotalSeconds, 0.001);
    }

    [Fact]
    public void What_was_done_before_this_run_is_not_its_work()
    {
        var before = Logs.Running().Fold(Logs.Written(SampleStoryboard.Of(2)), Logs.Narrated(0), Logs.Rendered(0));
        var board = new ProgressBoard(before, _time, told: true);
        board.Update(before.Fold(Logs.Narrated(1), Logs.Rendered(1)), null);

        var snapshot = board.Snapshot();

        Assert.Null(snapshot.Scenes[0].RenderCost);
        Assert.Equal(Logs.Cost, snapshot.Scenes[1].RenderCost);
        Assert.Equal(0, snapshot.Stages.Single(s => s.Stage == StageName.Script).CpuSeconds);
        Assert.Equal(2, snapshot.Stages.Single(s => s.Stage == StageName.Video).CpuSeconds);
    }

    [Fact]
    public void Work_done_side_by_side_counts_once_in_wall_time_and_twice_in_processor_time()
    {
        WorkDone Work(double from, double to) => new(new StageCost(false, to - from, 1), Logs.At.AddSeconds(to));

        var (wall, cpu) = StageTimes.Of([Work(0, 10), Work(2, 5), Work(8, 12), Work(20, 21), new WorkDone(new StageCost(true, 0, 0), Logs.At.AddSeconds(30))]);

        Assert.Equal(13, wall, 1e-6);
        Assert.Equal(4, cpu);
    }
}
