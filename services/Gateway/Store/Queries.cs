using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Store;

/// <summary>The queries that every job needs many times, compiled once: composing one anew costs more than running it.</summary>
internal static class Queries
{
    /// <summary>A job to change.</summary>
    public static readonly Func<GatewayDb, Guid, CancellationToken, Task<JobRow?>> Job =
        EF.CompileAsyncQuery((GatewayDb db, Guid id, CancellationToken _) => db.Jobs.FirstOrDefault(row => row.Id == id));

    /// <summary>A job to look at.</summary>
    public static readonly Func<GatewayDb, Guid, CancellationToken, Task<JobRow?>> JobAsItIs =
        EF.CompileAsyncQuery((GatewayDb db, Guid id, CancellationToken _) => db.Jobs.AsNoTracking().FirstOrDefault(row => row.Id == id));

    /// <summary>The logs of jobs, each in order, with the mark of the process that carries the job on.</summary>
    public static readonly Func<GatewayDb, Guid[], IAsyncEnumerable<LogLine>> Logs =
        EF.CompileAsyncQuery((GatewayDb db, Guid[] jobs) =>
            db.Events.Where(line => jobs.Contains(line.JobId)).Join(db.Jobs, line => line.JobId, job => job.Id, (line, job) => new { line, job.Gateway })
                .OrderBy(read => read.line.JobId).ThenBy(read => read.line.Version).Select(read => new LogLine(read.line.JobId, read.Gateway, read.line.Entry)));

    /// <summary>A submission to change.</summary>
    public static readonly Func<GatewayDb, string, string, Task<SubmissionRow?>> Submission =
        EF.CompileAsyncQuery((GatewayDb db, string owner, string key) => db.Submissions.FirstOrDefault(row => row.Owner == owner && row.Key == key));

    /// <summary>What a process has to send after a row, in order; at most so many.</summary>
    public static readonly Func<GatewayDb, string, long, int, IAsyncEnumerable<OutboxRow>> Outbox =
        EF.CompileAsyncQuery((GatewayDb db, string gateway, long after, int most) =>
            db.Outbox.AsNoTracking().Where(row => row.Gateway == gateway && row.Id > after).OrderBy(row => row.Id).Take(most));

    /// <summary>A line of a job's log.</summary>
    /// <param name="Gateway">The mark of the process that carries the job on.</param>
    public sealed record LogLine(Guid JobId, string Gateway, string Entry);
}
