namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>Between eSpeak NG's names of voices and ours.</summary>
internal static class EspeakVoiceNames
{
    // Mandarin is offered under its plain code but spoken by the variant that takes Latin letters as pinyin: the plain voice of
    // eSpeak NG 1.51 reads the dictionary's own pinyin as English.
    private const string Mandarin = "cmn";
    private const string MandarinSpoken = "cmn-latn-pinyin";

    public static bool Listed(string code) => code != Mandarin;

    /// <summary>Ours, without the prefix.</summary>
    public static string Id(string code) => code == MandarinSpoken ? Mandarin : code;

    /// <summary>The engine's name of one of our voices, with its variant ("espeak-cmn+f3" → "cmn-latn-pinyin+f3").</summary>
    public static string EngineVoice(string id)
    {
        var parts = id[EspeakSynthesizer.IdPrefix.Length..].Split('+', 2);
        if (parts[0] == Mandarin) parts[0] = MandarinSpoken;
        return string.Join('+', parts);
    }
}
