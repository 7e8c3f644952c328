using System.Globalization;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Videos;

/// <summary>A video as the API tells of it: the members of the OpenAI format, nulls included, then Reelsmith's own.</summary>
/// <param name="Status">queued, in_progress, completed or failed; a cancelled video has failed with the code "cancelled".</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="CreatedAt">Unix seconds, like every time here.</param>
/// <param name="Seconds">Length of the film; the asked one until it is known.</param>
/// <param name="Stage">The stage that works: script, speech, video or composer.</param>
/// <param name="QueuePosition">How many videos start before this one, while it is queued.</param>
/// <param name="SecondsLeft">Estimated.</param>
/// <param name="Revision">0, and one more after each edit and each retry.</param>
/// <param name="StoryboardReady">Whether there is a storyboard to read and edit.</param>
internal sealed record Video(string Id, string Object, string Model, string Status, int Progress, long CreatedAt, long? CompletedAt, long? ExpiresAt, string? Prompt,
    string? Seconds, string Size, string? RemixedFromVideoId, VideoError? Error, string? Title, string? Stage, int? QueuePosition, int? SecondsLeft, int Revision,
    int? ScenesDone, int? ScenesTotal, bool StoryboardReady, VideoOptions Options)
{
    public const string DefaultModel = "motion-1";
    private const int DefaultSeconds = 60;

    public static Video Of(JobView job) => new(VideoId.Of(job.Id), "video", job.Model ?? DefaultModel, StatusOf(job.Status),
        job.Status == JobStatus.Completed ? 100 : (int)Math.Clamp(100 * job.Fraction, 0, 99), job.CreatedAt.ToUnixTimeSeconds(),
        job.Status == JobStatus.Completed ? job.EndedAt?.ToUnixTimeSeconds() : null, job.ExpiresAt?.ToUnixTimeSeconds(), job.Request.Prompt, SecondsOf(job),
        string.Create(CultureInfo.InvariantCulture, $"{job.Request.Format.Width}x{job.Request.Format.Height}"), job.RemixOf is { } source ? VideoId.Of(source) : null, VideoError.Of(job),
        job.Title, job.Now is { Status: JobStatus.Running } now ? StageOf(now) : null, job.QueuePosition,
        job.Now is { Status: JobStatus.Running, TimeLeft: { } left } ? (int)Math.Ceiling(left.TotalSeconds) : null, job.Revision,
        job.Now?.Scenes is { Count: > 0 } scenes ? scenes.Count(scene => scene.Rendered >= 1) : null, job.Now?.Scenes is { Count: > 0 } all ? all.Count : null,
        job.HasStoryboard, VideoOptions.Of(job.Request));

    private static string StatusOf(JobStatus status) => status switch
    {
        JobStatus.Queued => "queued",
        JobStatus.Running => "in_progress",
        JobStatus.Completed => "completed",
        _ => "failed",
    };

    private static string? SecondsOf(JobView job)
    {
        int? seconds = job.Files is { } files ? (int)Math.Round((double)files.Frames / job.Request.Format.FramesPerSecond)
            : job.Request.Seconds ?? (job.Request.Prompt is null ? null : DefaultSeconds);
        return seconds?.ToString(CultureInfo.InvariantCulture);
    }

    // The first stage that is not done is the one that everything waits for.
    private static string StageOf(JobSnapshot now) => now.Stages.FirstOrDefault(stage => stage.Done < stage.Total || stage.Total == 0)?.Stage ?? now.Stages[^1].Stage;
}
