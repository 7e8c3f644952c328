using Reelsmith.Contracts;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Narration;

/// <summary>Scripts that a voice would answer with the name of the script instead of the word.</summary>
internal static class UnreadableScript
{
    /// <summary>eSpeak NG's Japanese knows kana only and says “Chinese letter” for every kanji.</summary>
    /// <exception cref="ReelsmithException">The narration needs what the voice cannot read.</exception>
    public static void Refuse(string narration, Voice voice)
    {
        if (!voice.Speaks("ja") || !narration.Any(c => c is >= '\u4e00' and <= '\u9fff')) return;
        throw ReelsmithException.InvalidInput("script_unreadable", $"The voice {voice.Id} reads hiragana and katakana, but no kanji.",
            "Write the narration in kana, or choose another language.");
    }
}
