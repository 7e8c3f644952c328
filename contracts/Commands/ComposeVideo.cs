namespace Reelsmith.Contracts;

/// <summary>Asks for the film of a job. Answered by <see cref="VideoComposed"/> or <see cref="StageFailed"/>.</summary>
/// <param name="Storyboard">JSON of the storyboard, every scene's length filled in.</param>
public sealed record ComposeVideo(Guid JobId, ArtifactRef Storyboard, IReadOnlyList<ComposedScene> Scenes, VideoFormat Format) : IJobCommand
{
    public int Revision { get; init; }
}
