namespace Reelsmith.Contracts;

/// <summary>The storyboard is there, every choice in it made.</summary>
/// <param name="Storyboard">JSON of the storyboard.</param>
public sealed record ScriptWritten(Guid JobId, ArtifactRef Storyboard, StageCost Cost) : JobEvent(JobId);
