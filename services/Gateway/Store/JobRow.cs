using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Store;

/// <summary>What can be asked about a job without folding its log.</summary>
internal sealed class JobRow
{
    public Guid Id { get; init; }

    public required string Owner { get; init; }

    /// <summary>Who carries the job on; see <see cref="GatewayInstance.Jobs"/>.</summary>
    public required string Gateway { get; set; }

    /// <summary>SHA-256 of the request.</summary>
    public required string RequestHash { get; init; }

    public JobStatus Status { get; set; }

    /// <summary>While the job waits: its place, in fair order between owners; see <see cref="WaitingLine"/>.</summary>
    public long? Turn { get; set; }

    public int Revision { get; set; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; set; }

    public string? Title { get; set; }

    /// <summary>JSON of the <see cref="JobSubmitted"/>, as an event.</summary>
    public required string Submitted { get; init; }

    public bool HasStoryboard { get; set; }

    /// <summary>JSON of the <see cref="VideoFiles"/>, when there is a film.</summary>
    public string? Files { get; set; }

    /// <summary>JSON of the <see cref="Contracts.Failure"/>, when it failed.</summary>
    public string? Failure { get; set; }

    public long CreatedUnixMilliseconds { get; init; }

    public long? StartedUnixMilliseconds { get; set; }

    /// <summary>When anything was last heard of the job's work.</summary>
    public long? HeardUnixMilliseconds { get; set; }

    public long? EndedUnixMilliseconds { get; set; }

    public static JobRow Of(Job job, string requestHash, string gateway)
    {
        var row = new JobRow
        {
            Id = job.Id,
            Owner = job.Submitted.Owner,
            Gateway = gateway,
            RequestHash = requestHash,
            Submitted = JsonSerializer.Serialize<JobEvent>(job.Submitted, ContractsJson.Compact),
            CreatedUnixMilliseconds = job.Submitted.At.ToUnixTimeMilliseconds(),
        };
        row.Show(job);
        return row;
    }

    /// <summary>The row of a job that is in the table, to be changed without being read: only what differs afterwards is written.</summary>
    public static JobRow AsItIs(Job job)
    {
        var row = new JobRow { Id = job.Id, Owner = "", Gateway = "", RequestHash = "", Submitted = "", Turn = job.Status == JobStatus.Queued ? 0 : null };
        row.Show(job);
        return row;
    }

    /// <summary>Takes over what has changed in the job; a job that waits is given its <see cref="Turn"/> besides.</summary>
    public void Show(Job job)
    {
        Status = job.Status;
        if (Status != JobStatus.Queued) Turn = null;
        Revision = job.Revision;
        Progress = ProgressEstimate.Fraction(job);
        Title = job.Storyboard?.Title ?? Title;
        HasStoryboard = job.Storyboard is not null || job.Edited is not null;
        Files = job.Files is { } files ? JsonSerializer.Serialize(files, ContractsJson.Compact) : null;
        Failure = job.Failure is { } failure ? JsonSerializer.Serialize(failure, ContractsJson.Compact) : null;
        StartedUnixMilliseconds = job.StartedAt?.ToUnixTimeMilliseconds();
        EndedUnixMilliseconds = job.EndedAt?.ToUnixTimeMilliseconds();
    }
}
