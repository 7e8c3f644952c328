using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway;

/// <summary>What can be said of a job without folding its log.</summary>
public sealed record JobView
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required JobStatus Status { get; init; }

    public required int Revision { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Fraction { get; init; }

    /// <summary>How many jobs start before it, while it waits.</summary>
    public int? QueuePosition { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When an ended job and its film are removed.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Title { get; init; }

    public required VideoRequest Request { get; init; }

    public string? Model { get; init; }

    public Guid? RemixOf { get; init; }

    public bool HasStoryboard { get; init; }

    public Failure? Failure { get; init; }

    public VideoFiles? Files { get; init; }

    /// <summary>How far it is, where this process knows.</summary>
    public JobSnapshot? Now { get; init; }

    /// <summary>The job as a snapshot says that it is.</summary>
    internal JobView At(JobSnapshot now) => this with
    {
        Now = now,
        Status = now.Status,
        Revision = now.Revision,
        Fraction = now.Fraction,
        QueuePosition = now.QueuePosition,
        Title = now.Title ?? Title,
        Failure = now.Failure,
        Files = now.Files,
    };

    internal static JobView Of(JobRow row, TimeSpan kept)
    {
        var submitted = (JobSubmitted)JsonSerializer.Deserialize<JobEvent>(row.Submitted, ContractsJson.Compact)!;
        return new JobView
        {
            Id = row.Id,
            Owner = row.Owner,
            Status = row.Status,
            Revision = row.Revision,
            Fraction = row.Progress,
            CreatedAt = submitted.At,
            StartedAt = At(row.StartedUnixMilliseconds),
            EndedAt = At(row.EndedUnixMilliseconds),
            ExpiresAt = At(row.EndedUnixMilliseconds) + kept,
            Title = row.Title,
            Request = submitted.Request,
            Model = submitted.Model,
            RemixOf = submitted.RemixOf,
            HasStoryboard = row.HasStoryboard,
            Failure = row.Failure is null ? null : JsonSerializer.Deserialize<Failure>(row.Failure, ContractsJson.Compact),
            Files = row.Files is null ? null : JsonSerializer.Deserialize<VideoFiles>(row.Files, ContractsJson.Compact),
        };
    }

    private static DateTimeOffset? At(long? unixMilliseconds) => unixMilliseconds is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
