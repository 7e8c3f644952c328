namespace Reelsmith.Video.Illustrations;

/// <summary>How the words of a language are put together, as far as finding them goes.</summary>
/// <param name="HeadFirst">In a phrase of several nouns the first says what the thing is (sac d'argent), else the last (money bag).</param>
/// <param name="Compounding">Nouns are written together (Vulkanausbruch).</param>
/// <param name="Unspaced">Words are written without spaces between them.</param>
/// <param name="Agglutinating">Particles and cases are hung onto the word (화산은).</param>
internal sealed record LanguageTraits(bool HeadFirst, bool Compounding, bool Unspaced, bool Agglutinating)
{
    private static readonly HashSet<string> HeadsFirst = new(["fr", "es", "it", "pt", "ca", "ro", "gl", "sq", "vi", "id", "ms", "he", "ar", "fa", "th", "sw"], StringComparer.Ordinal);
    private static readonly HashSet<string> Compounds = new(["de", "nl", "af", "sv", "da", "nb", "is", "fi", "et", "hu"], StringComparer.Ordinal);
    private static readonly HashSet<string> WithoutSpaces = new(["zh", "zh-Hant", "ja", "th"], StringComparer.Ordinal);
    private static readonly HashSet<string> WithParticles = new(["ko", "tr", "fi", "et", "hu", "eu", "ta"], StringComparer.Ordinal);

    // In a language whose heads come last, the head stands before these: a house with garden is a house.
    private static readonly HashSet<string> Prepositions = new(
    [
        "with", "in", "on", "of", "behind", "over", "at", "and", "from", "to", "without", "facing",
        "mit", "im", "auf", "uber", "über", "am", "vom", "von", "aus", "und", "unter", "hinter", "bei", "ohne", "vor",
        "met", "op", "van", "en", "aan", "med", "på", "av", "af", "och", "og", "i",
    ], StringComparer.Ordinal);

    /// <summary>Which word of a phrase says what the thing is.</summary>
    public int Head(string[] words)
    {
        if (HeadFirst) return 0;
        var preposition = Array.FindIndex(words, Prepositions.Contains);
        return (preposition > 0 ? preposition : words.Length) - 1;
    }

    public static LanguageTraits Of(string language) =>
        new(HeadsFirst.Contains(language), Compounds.Contains(language), WithoutSpaces.Contains(language), WithParticles.Contains(language));
}
