namespace Reelsmith.Contracts;

/// <summary>Asks for the storyboard of a job. Answered by <see cref="ScriptWritten"/> or <see cref="StageFailed"/>.</summary>
public sealed record WriteScript(Guid JobId, VideoRequest Request) : IJobCommand
{
    public int Revision { get; init; }
}
