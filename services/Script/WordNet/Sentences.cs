namespace Reelsmith.Script.WordNet;

/// <summary>Puts concepts and their glosses into sentences.</summary>
internal static class Sentences
{
    /// <summary>"A volcano is a fissure in the earth's crust through which lava erupts."; null when the gloss cannot be said so.</summary>
    public static string? Definition(Concept concept, string? phrase = null)
    {
        if (concept.Clauses.Count == 0 || concept.Clauses[0] is not { Kind: ClauseKind.NounPhrase } clause) return null;
        if (clause.IsPlural && !concept.IsMass && !concept.IsProper) return $"{Phrases.Capitalised(concept.Plural)} are {clause.Text}.";
        var subject = phrase ?? (clause.Text.StartsWith("the ", StringComparison.Ordinal) && concept.Phrase.StartsWith('a') && !concept.IsMass && !concept.IsProper
            ? $"the {concept.Name}" : concept.Phrase);
        return $"{Phrases.Capitalised(subject)} {concept.Verb} {clause.Text}.";
    }

    /// <summary>The clauses of the gloss after the first, each as a sentence about "it" (or "they").</summary>
    public static IEnumerable<string> More(Concept concept)
    {
        var person = concept.Synset.File == "noun.person" || concept.Synset.IsInstance && concept.Was;
        var it = person ? Phrases.Capitalised(concept.IsProper ? concept.Name.Split(' ')[^1] : $"such {concept.Phrase}") : "It";
        if (concept.Clauses.Count > 0 && concept.Clauses[0].IsPlural) yield break;
        foreach (var clause in concept.Clauses.Skip(1))
        {
            if (clause.Kind == ClauseKind.NounPhrase && !clause.IsPlural) yield return $"{it} {concept.Verb} {clause.Text}.";
            else if (clause.Kind == ClauseKind.Description) yield return $"{it} {concept.Verb} {clause.Text}.";
            else if (clause.Kind == ClauseKind.Action) yield return $"{it} {clause.Text}.";
        }
    }
}
