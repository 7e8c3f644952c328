namespace Reelsmith.Speech.Voices;

/// <summary>A voice that narration can be asked for in.</summary>
/// <param name="Id">By which it is asked for ("en-us-slt", "espeak-de").</param>
/// <param name="Name">For people.</param>
/// <param name="Engine">"festival" or "espeak-ng".</param>
/// <param name="EngineVersion">As the engine reports it; null when the voice is not ready.</param>
/// <param name="Languages">BCP 47 tags that it speaks, its own first.</param>
/// <param name="Ready">Whether it is installed, here or at another worker.</param>
public sealed record Voice(string Id, string Name, string Engine, string? EngineVersion, IReadOnlyList<string> Languages, bool Ready)
{
    /// <summary>Whether only other workers have it.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Whether it speaks the language of a tag ("de", "de-AT").</summary>
    public bool Speaks(string language) => Languages.Any(own => SameLanguage(own, language));

    private static bool SameLanguage(string one, string other) =>
        string.Equals(LanguageTag.Primary(one), LanguageTag.Primary(other), StringComparison.Ordinal);
}
