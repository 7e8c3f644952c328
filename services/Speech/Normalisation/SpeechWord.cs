namespace Reelsmith.Speech.Normalisation;

/// <summary>A word of a caption and what the engine is given for it.</summary>
/// <param name="Shown">As a caption shows it, with its punctuation.</param>
/// <param name="Said">What is spoken: one or more words separated by spaces, no punctuation. A single capital letter is read by its name.</param>
/// <param name="Offset">Where it stands in the narration, in UTF-16 code units.</param>
/// <param name="Length">How much of the narration it stands for; words of one number share its place.</param>
/// <param name="SpaceAfter">Whether a space follows.</param>
/// <param name="Pause">How the voice goes on after it.</param>
internal sealed record SpeechWord(string Shown, string Said, int Offset, int Length, bool SpaceAfter, Pause Pause)
{
    public int End => Offset + Length;
}
