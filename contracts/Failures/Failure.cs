namespace Reelsmith.Contracts;

/// <summary>Why something did not work, for a program and for a person.</summary>
/// <param name="Kind">Who can mend it.</param>
/// <param name="Code">Stable, snake_case ("voice_unknown", "disk_full", "encoder_killed").</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Hint">One sentence: what to change.</param>
/// <param name="Stage">"script", "speech", "video", "composer", or null before any stage.</param>
/// <param name="Scene">From 0, or null when no scene is meant.</param>
/// <param name="Engine">The engine at fault, or null.</param>
public sealed record Failure(FailureKind Kind, string Code, string Message, string Hint, string? Stage = null, int? Scene = null, string? Engine = null)
{
    /// <summary>Whether the same work may succeed when tried again unchanged.</summary>
    public bool Retryable => Kind == FailureKind.Transient;
}
