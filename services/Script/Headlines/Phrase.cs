namespace Reelsmith.Script.Headlines;

/// <summary>A part of a sentence that can stand by itself.</summary>
/// <param name="Text">As in the sentence, without what opens or closes it.</param>
/// <param name="Start">Where it begins in the sentence.</param>
internal sealed record Phrase(string Text, int Start, PhraseKind Kind);
