namespace Reelsmith.Contracts;

/// <summary>Asks for the clip of one scene. Answered by <see cref="SceneRendered"/> or <see cref="StageFailed"/>.</summary>
/// <param name="Previous">The scene before, when the transition shows its closing picture; null for the first scene and after a cut.</param>
public sealed record RenderScene(Guid JobId, int Scene, SceneDrawing Drawing, SceneDrawing? Previous, VideoFormat Format) : IJobCommand
{
    public int Revision { get; init; }
}
