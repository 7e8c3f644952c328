namespace Reelsmith.Speech.Normalisation;

/// <summary>Words spoken in one breath of intonation; the last one's <see cref="SpeechWord.Pause"/> ends it.</summary>
internal sealed record SpeechSentence(IReadOnlyList<SpeechWord> Words);
