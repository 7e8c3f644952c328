using System.Collections.Immutable;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>A job: its events, folded. All orchestration is <see cref="Apply"/> and <see cref="Outstanding"/>.</summary>
internal sealed record Job
{
    public required Guid Id { get; init; }

    public required VideoRequest Request { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How many events were folded in.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Which plan is being made; see <see cref="JobEvent.Revision"/>.</summary>
    public int Revision { get; init; }

    public Storyboard? Storyboard { get; init; }

    public WorkDone? Script { get; init; }

    public ImmutableSortedDictionary<int, NarratedScene> Narrated { get; init; } = ImmutableSortedDictionary<int, NarratedScene>.Empty;

    public ImmutableSortedDictionary<int, RenderedScene> Rendered { get; init; } = ImmutableSortedDictionary<int, RenderedScene>.Empty;

    public VideoFiles? Files { get; init; }

    public WorkDone? Composition { get; init; }

    public Failure? Failure { get; init; }

    public bool Cancelled { get; init; }

    public JobStatus Status => Files is not null ? JobStatus.Completed
        : Failure is not null ? JobStatus.Failed
        : Cancelled ? JobStatus.Cancelled
        : JobStatus.Running;

    public static Job From(JobSubmitted submitted) => new() { Id = submitted.JobId, Request = submitted.Request, SubmittedAt = submitted.At };

    /// <summary>The job after one more event. The same instance when the event says nothing new: it came before, or the job has ended.</summary>
    public Job Apply(JobLogEntry entry)
    {
        if (Status != JobStatus.Running || entry.Event.JobId != Id) return this;
        var next = entry.Event switch
        {
            ScriptWritten script when Storyboard is null => this with { Storyboard = entry.Storyboard, Script = new WorkDone(script.Cost, entry.At) },
            SceneNarrated scene when Expects(scene.Scene) && !Narrated.ContainsKey(scene.Scene) =>
                this with { Narrated = Narrated.Add(scene.Scene, new NarratedScene(scene.Narration, new WorkDone(scene.Cost, entry.At))) },
            SceneRendered scene when Expects(scene.Scene) && !Rendered.ContainsKey(scene.Scene) =>
                this with { Rendered = Rendered.Add(scene.Scene, new RenderedScene(scene.Clip, scene.Renderer, new WorkDone(scene.Cost, entry.At))) },
            VideoComposed video => this with { Files = video.Files, Composition = new WorkDone(video.Cost, entry.At) },
            StageFailed failed => this with { Failure = failed.Failure },
            JobCancelled => this with { Cancelled = true },
            _ => this,
        };
        return ReferenceEquals(next, this) ? this : next with { Version = Version + 1 };
    }

    /// <summary>The commands that ought to be in flight now.</summary>
    public IReadOnlyList<object> Outstanding() => [.. OutstandingCommands.Of(this)];

    // Before the storyboard is there any scene may be told of; after it only those that it has.
    private bool Expects(int scene) => scene >= 0 && (Storyboard is null || scene < Storyboard.Scenes.Count);
}
