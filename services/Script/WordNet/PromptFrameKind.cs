namespace Reelsmith.Script.WordNet;

/// <summary>How the words of a prompt that ask go on.</summary>
internal enum PromptFrameKind
{
    /// <summary>Nothing is asked: "the blue whale".</summary>
    None,

    /// <summary>"what is", "why are": a noun, or a noun and how it is.</summary>
    Is,

    /// <summary>"why do", "how does": a noun and what it does.</summary>
    Does,
}
