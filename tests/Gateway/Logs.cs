using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Tests;

/// <summary>Events of one job, written by hand.</summary>
internal static class Logs
{
    public static readonly Guid JobId = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly DateTimeOffset At = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly StageCost Cost = new(false, 1, 2);

    /// <summary>A job whose turn has not come.</summary>
    public static Job Queued(VideoRequest? request = null) => Job.From(new JobSubmitted(JobId, request ?? new VideoRequest { Prompt = "A topic" }, At));

    /// <summary>A job whose stages may work.</summary>
    public static Job Running(VideoRequest? request = null) => Queued(request).Apply(Started());

    public static JobLogEntry Started(int revision = 0) => new(new JobStarted(JobId) { Revision = revision }, At);

    public static JobLogEntry Edited(int revision) => new(new StoryboardEdited(JobId, Artifact($"edited{revision}")) { Revision = revision }, At);

    public static JobLogEntry Retried(int revision) => new(new JobRetried(JobId) { Revision = revision }, At);

    /// <summary>The same event of another revision.</summary>
    public static JobLogEntry Of(this JobLogEntry entry, int revision) => entry with { Event = entry.Event with { Revision = revision } };

    public static JobLogEntry Written(Storyboard storyboard) => new(new ScriptWritten(JobId, Artifact("story"), Cost), At, storyboard);

    public static JobLogEntry Narrated(int scene, long samples = 48_000) =>
        new(new SceneNarrated(JobId, scene, new NarrationAudio(Artifact($"audio{scene}"), Artifact($"words{scene}"), samples, "someone"), Cost), At);

    public static JobLogEntry Rendered(int scene) => new(new SceneRendered(JobId, scene, Artifact($"clip{scene}"), "motion 1", Cost), At);

    public static JobLogEntry Composed() => new(new VideoComposed(JobId,
        new VideoFiles(Artifact("video"), Artifact("poster"), Artifact("srt"), Artifact("vtt"), Artifact("story2"), Artifact("provenance"), Artifact("qc"), 300), Cost), At);

    public static JobLogEntry Failed() => new(new StageFailed(JobId, new Failure(FailureKind.Transient, "encoder_killed", "It was killed.", "Try again.", "video", 1)), At);

    public static JobLogEntry Cancelled() => new(new JobCancelled(JobId), At);

    public static Job Fold(this Job job, params JobLogEntry[] entries) => entries.Aggregate(job, (folded, entry) => folded.Apply(entry));

    /// <summary>"NarrateScene 0" and the like.</summary>
    public static string[] Names(this IEnumerable<object> commands) =>
        [.. commands.Select(OutstandingCommands.Identity).Select(command => command.Scene < 0 ? command.Kind.Name : $"{command.Kind.Name} {command.Scene}")];

    private static ArtifactRef Artifact(string name) => new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))), "bin", name.Length);
}
