namespace Reelsmith.Script.WordNet;

/// <summary>How English verbs agree with their subject.</summary>
internal static class EnglishVerbs
{
    /// <summary>The verb's form for "it": "spews", "catches", "has".</summary>
    public static string ThirdPerson(string verb)
    {
        var space = verb.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0) return ThirdPerson(verb[..space]) + verb[space..];
        return verb switch
        {
            "be" or "are" => "is",
            "have" => "has",
            "do" => "does",
            "go" => "goes",
            "can" or "may" or "must" => verb,
            _ when verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith("ch", StringComparison.Ordinal)
                || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith('o') => $"{verb}es",
            _ when verb.Length > 2 && verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) => $"{verb[..^1]}ies",
            _ => $"{verb}s",
        };
    }
}
