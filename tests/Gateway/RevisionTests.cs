using FsCheck;
using FsCheck.Xunit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

/// <summary>What an edit and a retry do to a job, folded.</summary>
public sealed class RevisionTests
{
    private static readonly Storyboard Two = SampleStoryboard.Of(2);
    private static readonly Job Completed = Logs.Running().Fold(Logs.Written(Two), Logs.Narrated(0), Logs.Narrated(1), Logs.Rendered(0), Logs.Rendered(1), Logs.Composed());

    [Fact]
    public void A_job_that_waits_has_nothing_outstanding_until_its_turn()
    {
        Assert.Equal(JobStatus.Queued, Logs.Queued().Status);
        Assert.Empty(Logs.Queued().Outstanding());
        Assert.Equal(["WriteScript"], Logs.Queued().Fold(Logs.Started()).Outstanding().Names());
    }

    [Fact]
    public void An_edited_job_waits_for_its_turn_and_reads_the_edited_storyboard_alone()
    {
        var edited = Completed.Fold(Logs.Edited(1));
        Assert.Equal((JobStatus.Queued, 1), (edited.Status, edited.Revision));
        Assert.Null(edited.Files);

        var script = Assert.IsType<WriteScript>(Assert.Single(edited.Fold(Logs.Started(1)).Outstanding()));

        Assert.Equal(1, script.Revision);
        Assert.Equal(((StoryboardEdited)Logs.Edited(1).Event).Storyboard, script.Request.Storyboard);
        Assert.Null(script.Request.Prompt);
    }

    [Fact]
    public void What_stages_say_of_an_earlier_revision_no_longer_counts()
    {
        var edited = Completed.Fold(Logs.Edited(1), Logs.Started(1), Logs.Written(Two).Of(1));

        Assert.Same(edited, edited.Fold(Logs.Narrated(0), Logs.Rendered(0), Logs.Composed(), Logs.Failed(), Logs.Cancelled(), Logs.Written(Two), Logs.Edited(1)));
        Assert.Equal(["NarrateScene 1"], edited.Fold(Logs.Narrated(0).Of(1), Logs.Rendered(0).Of(1)).Outstanding().Names());
    }

    [Fact]
    public void A_retried_job_keeps_what_is_done()
    {
        var failed = Logs.Running().Fold(Logs.Written(Two), Logs.Narrated(0), Logs.Narrated(1), Logs.Rendered(0), Logs.Failed());

        var again = failed.Fold(Logs.Retried(1), Logs.Started(1));

        Assert.Null(again.Failure);
        Assert.Equal(["RenderScene 1"], again.Outstanding().Names());
        Assert.Equal(1, Assert.IsType<RenderScene>(again.Outstanding()[0]).Revision);
    }

    [Fact]
    public void Only_what_failed_or_was_cancelled_is_retried()
    {
        Assert.Same(Completed, Completed.Fold(Logs.Retried(1)));
        var running = Logs.Running();
        Assert.Same(running, running.Fold(Logs.Retried(1)));
        Assert.Equal(JobStatus.Queued, running.Fold(Logs.Cancelled(), Logs.Retried(1)).Status);
        Assert.Equal(JobStatus.Cancelled, Logs.Queued().Fold(Logs.Cancelled()).Status);
    }

    [Property(MaxTest = 300)]
    public void Whatever_of_old_revisions_comes_late_and_twice_the_job_is_the_same(int seed)
    {
        var random = new System.Random(seed);
        JobLogEntry[] old = [Logs.Written(Two), Logs.Narrated(0), Logs.Narrated(1), Logs.Rendered(0), Logs.Failed(), Logs.Started(), Logs.Cancelled()];
        JobLogEntry[] now = [Logs.Edited(1), Logs.Started(1), Logs.Written(Two).Of(1), Logs.Narrated(0).Of(1), Logs.Narrated(1).Of(1), Logs.Rendered(0).Of(1), Logs.Rendered(1).Of(1), Logs.Composed().Of(1)];
        var mixed = now.SelectMany(entry => Enumerable.Repeat(entry, 1 + random.Next(2)).Concat(old.Where(_ => random.Next(3) == 0))).ToArray();

        var job = Completed.Fold(mixed);

        Assert.Equal((JobStatus.Completed, 1, Completed.Version + now.Length), (job.Status, job.Revision, job.Version));
    }
}
