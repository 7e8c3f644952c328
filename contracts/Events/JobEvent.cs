using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

/// <summary>Something that happened to a job. A job is the list of these, folded.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(JobSubmitted), "job_submitted")]
[JsonDerivedType(typeof(JobStarted), "job_started")]
[JsonDerivedType(typeof(ScriptWritten), "script_written")]
[JsonDerivedType(typeof(SceneNarrated), "scene_narrated")]
[JsonDerivedType(typeof(SceneRendered), "scene_rendered")]
[JsonDerivedType(typeof(VideoComposed), "video_composed")]
[JsonDerivedType(typeof(StoryboardEdited), "storyboard_edited")]
[JsonDerivedType(typeof(JobRetried), "job_retried")]
[JsonDerivedType(typeof(StageFailed), "stage_failed")]
[JsonDerivedType(typeof(JobCancelled), "job_cancelled")]
public abstract record JobEvent(Guid JobId)
{
    /// <summary>Which plan of the job it belongs to: 0, and one more after each edit and each retry. What a stage says of an
    /// earlier plan no longer counts.</summary>
    public int Revision { get; init; }
}
