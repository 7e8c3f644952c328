using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>How fast eSpeak NG is asked to speak: slower than its 175, which is meant for screen readers.</summary>
internal static class SpeechRate
{
    private const int Usual = 150;
    private const int English = 135;
    private const int French = 125; // many short words
    private const int Mandarin = 180;

    /// <summary>In the engine's words a minute, counted in English words; other languages come out differently.</summary>
    public static int WordsPerMinute(Voice voice) =>
        voice.Speaks("zh") ? Mandarin : voice.Speaks("en") ? English : voice.Speaks("fr") ? French : Usual;
}
