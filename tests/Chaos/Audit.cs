using Reelsmith.Contracts;

namespace Reelsmith.Chaos.Tests;

/// <summary>Holds what clients were told against what is there in the end.</summary>
internal static class Audit
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<LedgerLine> ledger, IReadOnlyList<StoredJob> jobs) =>
        [.. Accepted(ledger, jobs), .. jobs.SelectMany(Job), .. Once(ledger, jobs), .. Promises(ledger, jobs)];

    // Accepted = completed + failed with a reason + cancelled.
    private static IEnumerable<Finding> Accepted(IReadOnlyList<LedgerLine> ledger, IReadOnlyList<StoredJob> jobs)
    {
        var known = jobs.Where(job => job.Status is not null).Select(job => job.Id).ToHashSet();
        return ledger.Where(line => line.Told == Told.Accepted).Select(line => line.Id).Distinct().Where(id => !known.Contains(id)).Select(id => new Finding(Fault.Lost, id));
    }

    private static IEnumerable<Finding> Job(StoredJob job)
    {
        if (job.Status is "queued" or "in_progress") yield return new Finding(Fault.NotEnded, job.Id);
        if (job.Status == "failed" && job.Error is not ({ Length: > 0 }, { Length: > 0 })) yield return new Finding(Fault.NoReason, job.Id);
        if (job.InOutbox > 0) yield return new Finding(Fault.LeftInOutbox, job.Id);
        if (!job.Log.Select(line => line.Version).SequenceEqual(Enumerable.Range(1, job.Log.Count))) yield return new Finding(Fault.LogBroken, job.Id);
        if (EndsTwice(job.Log) || SaysTwice(job.Log)) yield return new Finding(Fault.HappenedTwice, job.Id);
        if (job.Status is not null && job.Status != EndOf(job.Log)) yield return new Finding(Fault.LogDisagrees, job.Id);
    }

    private static IEnumerable<Finding> Once(IReadOnlyList<LedgerLine> ledger, IReadOnlyList<StoredJob> jobs)
    {
        var told = ledger.Where(line => line.Told == Told.Accepted).Select(line => (line.Key, line.Id));
        var made = jobs.Select(job => (job.Key, job.Id));
        return told.Concat(made).Distinct().GroupBy(pair => pair.Key).Where(key => key.Count() > 1).Select(key => new Finding(Fault.Duplicate, key.Key));
    }

    // Whoever was told of an end finds the same end, and the same film, unless somebody wanted another.
    private static IEnumerable<Finding> Promises(IReadOnlyList<LedgerLine> ledger, IReadOnlyList<StoredJob> jobs)
    {
        var told = ledger.ToLookup(line => line.Id);
        foreach (var job in jobs)
        {
            if (told[job.Id].Any(line => line.Told == Told.Changed && !job.Log.Any(entry => entry.Event.Revision >= line.Revision))) yield return new Finding(Fault.Changed, job.Id);
            var lines = told[job.Id].Reverse().TakeWhile(line => line.Told is not (Told.Changing or Told.Changed)).ToArray();
            if (lines.Any(line => line.Told == Told.Cancelled) && job.Error?.Code != "cancelled") yield return new Finding(Fault.Changed, job.Id);
            if (lines.Any(line => line.Told == Told.Completed && (job.Status != "completed" || line.Film != job.Film))) yield return new Finding(Fault.Changed, job.Id);
        }
    }

    private static bool EndsTwice(IReadOnlyList<(int Version, JobEvent Event)> log) =>
        log.Where(line => line.Event is VideoComposed or StageFailed or JobCancelled).GroupBy(line => line.Event.Revision).Any(ends => ends.Count() > 1);

    private static bool SaysTwice(IReadOnlyList<(int Version, JobEvent Event)> log) => log.GroupBy(line => line.Event switch
    {
        SceneNarrated narrated => (typeof(SceneNarrated), narrated.Scene, narrated.Revision),
        SceneRendered rendered => (typeof(SceneRendered), rendered.Scene, rendered.Revision),
        var other => (other.GetType(), -1, other.Revision),
    }).Any(same => same.Count() > 1);

    private static string EndOf(IReadOnlyList<(int Version, JobEvent Event)> log) => log.Count == 0 ? "nothing" : log[^1].Event switch
    {
        VideoComposed => "completed",
        StageFailed or JobCancelled => "failed",
        JobSubmitted or JobRetried or StoryboardEdited => "queued",
        _ => "in_progress",
    };
}
