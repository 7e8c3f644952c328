namespace Reelsmith.Contracts;

/// <summary>A voice that a film can be asked for in.</summary>
/// <param name="Id">By which it is asked for ("en-us-slt", "espeak-de").</param>
/// <param name="Name">For people.</param>
/// <param name="Languages">BCP 47 tags that it speaks, its own first.</param>
/// <param name="Engine">The engine that speaks with it ("festival", "espeak-ng").</param>
/// <param name="Version">The engine's, as it reports it; null when the voice is not ready.</param>
/// <param name="Ready">Whether it is installed.</param>
public sealed record ListedVoice(string Id, string Name, IReadOnlyList<string> Languages, string Engine, string? Version, bool Ready);
