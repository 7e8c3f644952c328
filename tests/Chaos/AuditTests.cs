using Reelsmith.Contracts;

namespace Reelsmith.Chaos.Tests;

public sealed class AuditTests
{
    private static readonly Guid Job = Guid.CreateVersion7();
    private static readonly ArtifactRef File = new("abc", "mp4", 1);
    private static readonly JobEvent Submitted = new JobSubmitted(Job, new VideoRequest { Prompt = "A" }, DateTimeOffset.UnixEpoch);
    private static readonly JobEvent Started = new JobStarted(Job);
    private static readonly JobEvent Composed = new VideoComposed(Job, new VideoFiles(File, File, File, File, File, File, File, 1), new StageCost(false, 0, 0));
    private static readonly JobEvent Failed = new StageFailed(Job, new Failure(FailureKind.InvalidInput, "refused", "It was refused.", "Send another."));
    private static readonly LedgerLine[] Accepted = [new("key 1", "video_1", Told.Accepted)];
    private static readonly StoredJob Completed = new("key 1", "video_1", "completed", null, "film", Numbered(Submitted, Started, Composed), 0);

    [Fact]
    public void Ends_of_every_kind_are_fine()
    {
        LedgerLine[] ledger =
        [
            .. Accepted, new("key 2", "video_2", Told.Accepted), new("key 3", "video_3", Told.Accepted),
            new("key 1", "video_1", Told.Completed, "film"), new("key 1", "video_1", Told.Accepted), new("key 3", "video_3", Told.Cancelled),
        ];
        StoredJob[] jobs =
        [
            Completed,
            new("key 2", "video_2", "failed", ("refused", "It was refused."), null, Numbered(Submitted, Started, Failed), 0),
            new("key 3", "video_3", "failed", ("cancelled", "It was cancelled."), null, Numbered(Submitted, new JobCancelled(Job)), 0),
        ];

        Assert.Empty(Audit.Of(ledger, jobs));
    }

    [Fact]
    public void A_job_that_nobody_was_told_of_is_no_fault() => Assert.Empty(Audit.Of([], [Completed]));

    [Fact]
    public void An_accepted_job_that_is_not_there_is_lost() => Found(Fault.Lost, Accepted, []);

    [Fact]
    public void An_accepted_job_that_the_API_does_not_know_is_lost() => Found(Fault.Lost, Accepted, [Completed with { Status = null }]);

    [Fact]
    public void Two_jobs_of_one_key_are_found() => Found(Fault.Duplicate, Accepted, [Completed, Completed with { Id = "video_2" }]);

    [Fact]
    public void Two_answers_to_one_key_are_found() => Found(Fault.Duplicate, [.. Accepted, new LedgerLine("key 1", "video_2", Told.Accepted)], [Completed, Completed with { Id = "video_2", Key = "key 2" }]);

    [Theory]
    [InlineData("queued")]
    [InlineData("in_progress")]
    public void A_job_that_has_not_ended_is_found(string status) =>
        Found(Fault.NotEnded, Accepted, [Completed with { Status = status, Log = status == "queued" ? Numbered(Submitted) : Numbered(Submitted, Started) }]);

    [Fact]
    public void A_failure_without_a_reason_is_found() =>
        Found(Fault.NoReason, Accepted, [Completed with { Status = "failed", Error = ("", ""), Log = Numbered(Submitted, Started, Failed) }], [Completed with { Status = "failed", Log = Numbered(Submitted, Started, Failed) }]);

    [Fact]
    public void A_gap_in_a_log_is_found() => Found(Fault.LogBroken, Accepted, [Completed with { Log = [(1, Submitted), (3, Composed)] }]);

    [Fact]
    public void Two_ends_are_found() => Found(Fault.HappenedTwice, Accepted, [Completed with { Log = Numbered(Submitted, Failed, Composed) }], [Completed with { Log = Numbered(Submitted, Composed, Composed) }]);

    [Fact]
    public void A_scene_drawn_into_the_log_twice_is_found()
    {
        var rendered = new SceneRendered(Job, 0, File, "fake", new StageCost(false, 0, 0));

        Found(Fault.HappenedTwice, Accepted, [Completed with { Log = Numbered(Submitted, Started, rendered, rendered, Composed) }]);
    }

    [Fact]
    public void An_end_that_the_log_does_not_tell_of_is_found() => Found(Fault.LogDisagrees, Accepted, [Completed with { Log = Numbered(Submitted, Started) }], [Completed with { Log = [] }]);

    [Fact]
    public void A_message_that_was_never_sent_is_found() => Found(Fault.LeftInOutbox, Accepted, [Completed with { InOutbox = 1 }]);

    [Fact]
    public void An_end_that_changed_is_found()
    {
        Found(Fault.Changed, [.. Accepted, new LedgerLine("key 1", "video_1", Told.Cancelled)], [Completed]);
        Found(Fault.Changed, [.. Accepted, new LedgerLine("key 1", "video_1", Told.Completed, "another film")], [Completed]);
    }

    [Fact]
    public void Each_revision_has_an_end_of_its_own()
    {
        var retried = new JobRetried(Job) { Revision = 1 };
        var started = new JobStarted(Job) { Revision = 1 };

        Assert.Empty(Audit.Of(Accepted, [Completed with { Log = Numbered(Submitted, Started, Failed, retried, started, Composed with { Revision = 1 }) }]));
        Found(Fault.HappenedTwice, Accepted, [Completed with { Log = Numbered(Submitted, Started, Failed, retried, started, Composed with { Revision = 1 }, Composed with { Revision = 1 }) }]);
    }

    [Fact]
    public void What_was_promised_before_a_change_need_not_last() =>
        Assert.Empty(Audit.Of([.. Accepted, new LedgerLine("key 1", "video_1", Told.Completed, "another film"), new LedgerLine("key 1", "video_1", Told.Changing), new LedgerLine("key 1", "video_1", Told.Completed, "film")], [Completed]));

    [Fact]
    public void A_change_that_is_not_there_is_found() => Found(Fault.Changed, [.. Accepted, new LedgerLine("key 1", "video_1", Told.Changed, Revision: 1)], [Completed]);

    private static void Found(Fault fault, LedgerLine[] ledger, params StoredJob[][] outcomes) =>
        Assert.All(outcomes, jobs => Assert.Equal([fault], Audit.Of(ledger, jobs).Select(finding => finding.Fault)));

    private static (int, JobEvent)[] Numbered(params JobEvent[] events) => [.. events.Select((happened, n) => (n + 1, happened))];
}
