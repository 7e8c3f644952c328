namespace Reelsmith.Contracts;

/// <summary>A person changed the storyboard: the film is made anew, as far as it changed. Its revision is the new one.</summary>
/// <param name="Storyboard">JSON of the storyboard.</param>
public sealed record StoryboardEdited(Guid JobId, ArtifactRef Storyboard) : JobEvent(JobId);
