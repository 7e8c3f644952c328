namespace Reelsmith.Script.WordNet;

/// <summary>Puts concepts and their glosses into sentences.</summary>
internal static class Sentences
{
    /// <summary>"A volcano is a fissure in the earth's crust through which lava erupts."; null when the gloss cannot be said so.</summary>
    public static string? Definition(Concept concept) => Statement(concept) is { } statement ? $"{Phrases.Capitalised(statement)}." : null;

    /// <summary>The definition in the middle of a sentence: "a volcano is a fissure in the earth's crust".</summary>
    /// <param name="predicate">Instead of the gloss's first clause: a shortened form of it.</param>
    public static string? Statement(Concept concept, string? predicate = null)
    {
        if (!concept.IsDefined) return null;
        var clause = concept.Clauses[0];
        var text = predicate ?? clause.Text;
        if (clause.IsPlural && !clause.Text.StartsWith("the ", StringComparison.Ordinal) && concept is { IsMass: false, IsProper: false, IsFixed: false }) return $"{concept.Plural} are {text}";
        var unique = clause.Text.StartsWith("the ", StringComparison.Ordinal) && concept is { IsMass: false, IsProper: false, IsPluralOnly: false }
            && (concept.Synset.File is "noun.body" or "noun.object" or "noun.location" or "noun.animal" or "noun.plant" or "noun.time" || clause.Text.Contains("est ", StringComparison.Ordinal));
        return $"{(unique ? $"the {concept.Name}" : concept.Phrase)} {concept.Verb} {text}";
    }

    /// <summary>The clauses of the gloss after the first, each as a sentence about "it" or by name.</summary>
    public static IEnumerable<(string Sentence, Clause Clause)> More(Concept concept)
    {
        if (concept.Clauses.Count == 0 || concept.Clauses[0].IsPlural || concept.IsPluralOnly) yield break;
        var person = concept.Synset.File == "noun.person";
        var it = !person ? "It" : concept.IsProper ? concept.Name.Split(' ')[^1] : $"Such {concept.Phrase}";
        foreach (var clause in concept.Clauses.Skip(1))
        {
            var sentence = clause.Kind switch
            {
                ClauseKind.NounPhrase when !clause.IsPlural => $"{it} {concept.Verb} {(person || clause.Text.StartsWith("especially", StringComparison.Ordinal) ? "" : "also ")}{clause.Text}.",
                ClauseKind.Description => $"{it} {concept.Verb} {clause.Text}.",
                ClauseKind.Action => $"{it} {clause.Text}.",
                ClauseKind.Sentence => $"{Phrases.Capitalised(clause.Text)}.",
                _ => null,
            };
            if (sentence is not null) yield return (sentence, clause);
        }
    }
}
