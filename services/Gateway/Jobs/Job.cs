using System.Collections.Immutable;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>A job: its events, folded. All orchestration is <see cref="Apply"/> and <see cref="Outstanding"/>.</summary>
internal sealed record Job
{
    public required JobSubmitted Submitted { get; init; }

    public Guid Id => Submitted.JobId;

    public VideoRequest Request => Submitted.Request;

    /// <summary>How many events were folded in.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Which plan is being made; see <see cref="JobEvent.Revision"/>.</summary>
    public int Revision { get; init; }

    /// <summary>When the stages were let at this revision; null while it waits for its turn.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When this revision ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The storyboard as a person edited it last; the script stage reads it instead of the request.</summary>
    public ArtifactRef? Edited { get; init; }

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
        : StartedAt is not null ? JobStatus.Running
        : JobStatus.Queued;

    /// <summary>Span of the request that put the job into the line: what nobody else causes goes on from it, so that a job is one trace however long it waits.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Completed, failed or cancelled.</summary>
    public bool HasEnded => Status is not (JobStatus.Queued or JobStatus.Running);

    public static Job From(JobSubmitted submitted, string? traceParent = null) => new() { Submitted = submitted, TraceParent = traceParent };

    /// <summary>The job after one more event. The same instance when the event says nothing new: it came before, it is of an
    /// earlier revision, or the job has ended.</summary>
    public Job Apply(JobLogEntry entry)
    {
        var happened = entry.Event;
        if (happened.JobId != Id) return this;
        var next = happened switch
        {
            StoryboardEdited edited when edited.Revision == Revision + 1 => Anew(edited.Revision, entry.TraceParent) with
            {
                Edited = edited.Storyboard,
                Storyboard = null,
                Script = null,
                Narrated = Narrated.Clear(),
                Rendered = Rendered.Clear(),
                Files = null,
                Composition = null,
            },
            JobRetried when happened.Revision == Revision + 1 && Status is JobStatus.Failed or JobStatus.Cancelled => Anew(happened.Revision, entry.TraceParent),
            _ when HasEnded || happened.Revision != Revision => this,
            JobStarted when StartedAt is null => this with { StartedAt = entry.At },
            ScriptWritten script when Storyboard is null => this with { Storyboard = entry.Storyboard, Script = new WorkDone(script.Cost, entry.At) },
            SceneNarrated scene when Expects(scene.Scene) && !Narrated.ContainsKey(scene.Scene) =>
                this with { Narrated = Narrated.Add(scene.Scene, new NarratedScene(scene.Narration, new WorkDone(scene.Cost, entry.At))) },
            SceneRendered scene when Expects(scene.Scene) && !Rendered.ContainsKey(scene.Scene) =>
                this with { Rendered = Rendered.Add(scene.Scene, new RenderedScene(scene.Clip, scene.Renderer, new WorkDone(scene.Cost, entry.At))) },
            VideoComposed video => this with { Files = video.Files, Composition = new WorkDone(video.Cost, entry.At), EndedAt = entry.At },
            StageFailed failed => this with { Failure = failed.Failure, EndedAt = entry.At },
            JobCancelled => this with { Cancelled = true, EndedAt = entry.At },
            _ => this,
        };
        return ReferenceEquals(next, this) ? this : next with { Version = Version + 1 };
    }

    /// <summary>The commands that ought to be in flight now.</summary>
    public IReadOnlyList<object> Outstanding() => [.. OutstandingCommands.Of(this)];

    private Job Anew(int revision, string? traceParent) => this with { Revision = revision, TraceParent = traceParent, Failure = null, Cancelled = false, StartedAt = null, EndedAt = null };

    // Before the storyboard is there any scene may be told of; after it only those that it has.
    private bool Expects(int scene) => scene >= 0 && (Storyboard is null || scene < Storyboard.Scenes.Count);
}
