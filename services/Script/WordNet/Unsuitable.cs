namespace Reelsmith.Script.WordNet;

/// <summary>Meanings that no film should take up unasked: insults, slang, obscenity.</summary>
internal static class Unsuitable
{
    private static readonly string[] s_marks =
    [
        "disparaging", "offensive", "derogatory", "vulgar", "obscene", "slang", "sexual", "prostitut", "ethnic slur", "insult", "genital", "anus",
        "copulat", "intercourse", "feces", "excrement", "masturbat", "pornograph", "contempt", "taboo",
        "erotic", "semen", "buttock", "urine", "suicide", "concentration camp",
    ];

    public static bool Is(Synset synset) => s_marks.Any(mark => synset.Definition.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
