using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Videos;

/// <summary>Why a video failed.</summary>
/// <param name="Code">Stable, snake_case; "cancelled" when somebody gave it up.</param>
/// <param name="Message">What was wrong and what to change.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="Scene">In which scene, from 0.</param>
/// <param name="Retryable">Whether the same may succeed when it is tried again unchanged.</param>
internal sealed record VideoError(string Code, string Message, string? Stage, int? Scene, bool Retryable)
{
    public static VideoError? Of(JobView job) => job switch
    {
        { Status: JobStatus.Cancelled } => new VideoError("cancelled", "The video was cancelled.", null, null, true),
        { Status: JobStatus.Failed, Failure: { } failure } => new VideoError(failure.Code, $"{failure.Message} {failure.Hint}", failure.Stage, failure.Scene, failure.Retryable),
        _ => null,
    };
}
