namespace Reelsmith.Contracts;

/// <summary>Asks for the narration of a scene. Answered by <see cref="SceneNarrated"/> or <see cref="StageFailed"/>.</summary>
/// <param name="Voice">As listed by the speech service; null: its default for the language.</param>
public sealed record NarrateScene(Guid JobId, int Scene, string Narration, string Language, string? Voice) : IJobCommand
{
    public int Revision { get; init; }
}
