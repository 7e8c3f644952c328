using Reelsmith.Speech.Normalisation.English;
using Reelsmith.Speech.Normalisation.Unspaced;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Normalisation;

/// <summary>From a narration to what is spoken of it, sentence by sentence, every word knowing its place in the narration.
/// Every character that is no space belongs to exactly one word's place (or to the words that share one).</summary>
internal static class SpeechNormaliser
{
    /// <param name="language">BCP 47 tag.</param>
    /// <returns>No sentences when nothing in it can be spoken.</returns>
    public static IReadOnlyList<SpeechSentence> Sentences(string narration, string language)
    {
        var primary = LanguageTag.Primary(language);
        var words = UnspacedScript.Of(primary) is { } script
            ? UnspacedReader.Read(narration, script)
            : primary == "en" ? SpacedReader.Read(AtomLexer.Atoms(narration, asciiDigits: true), EnglishRules.All, EnglishAbbreviations.GoesOn)
            : SpacedReader.Read(AtomLexer.Atoms(narration, asciiDigits: false), PlainRules.Of(primary), PlainRules.GoesOn);
        return SentenceSplitter.Split(SilentWords.Merge(words));
    }
}
