using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

/// <summary>Something that happened to a job. A job is the list of these, folded.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(JobSubmitted), "job_submitted")]
[JsonDerivedType(typeof(ScriptWritten), "script_written")]
[JsonDerivedType(typeof(SceneNarrated), "scene_narrated")]
[JsonDerivedType(typeof(SceneRendered), "scene_rendered")]
[JsonDerivedType(typeof(VideoComposed), "video_composed")]
[JsonDerivedType(typeof(StageFailed), "stage_failed")]
[JsonDerivedType(typeof(JobCancelled), "job_cancelled")]
public abstract record JobEvent(Guid JobId);
