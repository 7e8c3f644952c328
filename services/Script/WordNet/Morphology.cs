namespace Reelsmith.Script.WordNet;

/// <summary>WordNet's way from an inflected form to its base form (morphy(7WN)): the exception list, then rules of detachment.</summary>
internal static class Morphology
{
    private static readonly (string Suffix, string Ending)[] s_noun =
        [("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")];

    private static readonly (string Suffix, string Ending)[] s_verb =
        [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")];

    private static readonly (string Suffix, string Ending)[] s_adjective = [("er", ""), ("est", ""), ("er", "e"), ("est", "e")];

    /// <summary>What the word may be a form of, by rule; whether such words exist is for the caller to look up.</summary>
    public static IEnumerable<string> Detached(string word, PartOfSpeech partOfSpeech)
    {
        var rules = partOfSpeech switch
        {
            PartOfSpeech.Noun => s_noun,
            PartOfSpeech.Verb => s_verb,
            PartOfSpeech.Adjective => s_adjective,
            _ => [],
        };
        // A noun in -ful takes its plural inside: boxesful, boxful.
        var tail = "";
        if (partOfSpeech == PartOfSpeech.Noun)
        {
            if (word.EndsWith("ful", StringComparison.Ordinal)) (word, tail) = (word[..^3], "ful");
            else if (word.EndsWith("ss", StringComparison.Ordinal) || word.Length <= 2) yield break;
        }
        foreach (var (suffix, ending) in rules)
        {
            if (word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal)) yield return $"{word[..^suffix.Length]}{ending}{tail}";
        }
    }
}
