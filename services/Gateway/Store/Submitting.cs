using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Store;

/// <summary>Tells a submission that is sent again from a new one.</summary>
/// <param name="Key">The caller's Idempotency-Key; null: the request itself, within a short window.</param>
internal sealed record Submitting(string Owner, string? Key, string RequestHash, DateTimeOffset At, JobLimits Limits)
{
    private string StoredKey => Key is null ? $"request {RequestHash}" : $"key {Key}";

    /// <summary>The job of the earlier submission; null when this one is new.</summary>
    /// <exception cref="ReelsmithException">The key was used for another request.</exception>
    public async Task<Guid?> Earlier(GatewayDb db) => await Live(db, await Queries.Submission(db, Owner, StoredKey));

    /// <summary>Writes the submission down for a new job, unless there is an earlier one.</summary>
    /// <returns>The earlier one's job.</returns>
    public async Task<Guid?> Claim(GatewayDb db, Guid jobId)
    {
        var row = await Queries.Submission(db, Owner, StoredKey);
        if (await Live(db, row) is { } earlier) return earlier;
        if (row is null) db.Submissions.Add(row = new SubmissionRow { Owner = Owner, Key = StoredKey, RequestHash = RequestHash });
        (row.JobId, row.RequestHash, row.AtUnixMilliseconds) = (jobId, RequestHash, At.ToUnixTimeMilliseconds());
        return null;
    }

    private async Task<Guid?> Live(GatewayDb db, SubmissionRow? row)
    {
        var window = Key is null ? Limits.RepeatWindow : Limits.KeyWindow;
        if (row is null || row.AtUnixMilliseconds + window.TotalMilliseconds <= At.ToUnixTimeMilliseconds()) return null;
        var status = await db.Jobs.Where(job => job.Id == row.JobId).Select(job => (JobStatus?)job.Status).FirstOrDefaultAsync();
        if (status is null) return null; // deleted since
        if (Key is null) return status is JobStatus.Failed or JobStatus.Cancelled ? null : row.JobId;
        return row.RequestHash == RequestHash ? row.JobId : throw ReelsmithException.InvalidInput("idempotency_key_reused",
            "This Idempotency-Key was used for another request.", "Use a new key for each new request, and the same body when one is sent again.");
    }
}
