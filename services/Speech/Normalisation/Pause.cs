namespace Reelsmith.Speech.Normalisation;

/// <summary>How the voice goes on after a word, from running on to a new paragraph.</summary>
internal enum Pause
{
    None,

    /// <summary>A comma, a dash, brackets.</summary>
    Phrase,

    /// <summary>A long sentence is cut here for the engine's sake; hardly heard.</summary>
    Cut,

    /// <summary>A full stop.</summary>
    Sentence,
    Question,
    Exclamation,

    /// <summary>An ellipsis at the end of a sentence.</summary>
    Trailing,

    Paragraph,
}
