namespace Reelsmith.Script.WordNet;

/// <summary>Chooses the meaning of a word: the most frequent one, unless other words of the prompt stand in the gloss of another (Lesk).</summary>
internal sealed class SenseChooser(WordNetDatabase database)
{
    private const double OverlapWeight = 2.0;
    private const double RankWeight = 0.7;

    /// <param name="written">As the prompt writes it: capitals count unless it begins the prompt.</param>
    /// <param name="definite">The prompt says "the".</param>
    /// <param name="countable">The prompt uses "a" or the plural: no proper name is meant.</param>
    public Sense? Noun(string written, bool beginsPrompt, bool countable, bool definite, IReadOnlySet<string> context)
    {
        var senses = database.Senses(written, PartOfSpeech.Noun).Where(s => !Unsuitable.Is(s.Synset)).ToList();
        if (senses.Count == 0) return null;
        var capital = char.IsUpper(written[0]);
        return senses.MaxBy(s =>
        {
            var score = (-RankWeight * (s.Number - 1)) + Math.Log2(1 + s.TagCount) * 0.35 + (OverlapWeight * Overlap(context, NounContext(s.Synset))) + Preference(s.Synset.File)
                + Math.Min(1.5, 0.25 * Math.Log2(1 + s.Synset.Pointers.Count)); // the more is linked to it, the more there is to tell
            var proper = char.IsUpper(s.Word[0]);
            if (!s.Word.Equals(s.Synset.Words[0].Text, StringComparison.OrdinalIgnoreCase)) score -= 1.6; // a by-name of something else
            if (s.Synset.File == "noun.food" && senses.Any(other => other.Synset.File == "noun.animal")) score -= 2;
            if (countable && (s.Synset.IsInstance || (proper && s.Synset.File is "noun.location"))) score -= 6;
            if (!beginsPrompt && capital && proper) score += 4;
            if (!capital && s.Synset.IsInstance && !definite) score -= 4;
            return score;
        });
    }

    // People ask for films about the world rather than about manners of speaking.
    private static double Preference(string file) => file switch
    {
        "noun.animal" or "noun.Tops" => 1.2,
        "noun.body" => 1.5,
        "noun.object" or "noun.phenomenon" or "noun.process" => 0.5,
        "noun.person" or "noun.communication" or "noun.attribute" => -0.6,
        "noun.cognition" => -0.3,
        _ => 0,
    };

    /// <summary>The verb's meaning that has most to do with a subject; the most frequent one when none has.</summary>
    public Sense? Verb(string baseForm, Synset? subject, IReadOnlySet<string> context) =>
        Best(database.Senses(baseForm, PartOfSpeech.Verb), subject, context, VerbContext);

    /// <summary>The adjective's meaning that has most to do with a subject.</summary>
    public Sense? Adjective(string word, Synset? subject, IReadOnlySet<string> context) =>
        Best(database.Senses(word, PartOfSpeech.Adjective), subject, context, s => $"{s.Definition} {string.Join(' ', s.Examples)}");

    private Sense? Best(IReadOnlyList<Sense> senses, Synset? subject, IReadOnlySet<string> context, Func<Synset, string> textOf)
    {
        var about = new HashSet<string>(context, StringComparer.Ordinal);
        if (subject is not null) about.UnionWith(ContentWords.Stems(SubjectContext(subject)));
        return senses.Where(s => !Unsuitable.Is(s.Synset))
            .MaxBy(s => (-RankWeight * (s.Number - 1)) + (OverlapWeight * Overlap(about, ContentWords.Stems(textOf(s.Synset)))) + Math.Min(1.5, s.TagCount / 20.0)
                - (s.Synset.Definition.StartsWith("cause", StringComparison.Ordinal) ? 3 : 0) + (IsLiteral(s) ? 2 : 0));
    }

    // Salty: "containing salt". A gloss that names the word's own root gives its plain meaning.
    private static bool IsLiteral(Sense sense) => sense.Synset.Id.PartOfSpeech == PartOfSpeech.Adjective
        && ContentWords.Words(sense.Synset.Definition).Any(w => w.Length >= 4 && w.Length < sense.Word.Length && sense.Word.StartsWith(w, StringComparison.OrdinalIgnoreCase));

    private IReadOnlySet<string> NounContext(Synset synset) => ContentWords.Stems(
        $"{synset.Definition} {string.Join(' ', synset.Examples)} "
        + string.Join(' ', database.Related(synset, Relation.Hypernym).Concat(database.Related(synset, Relation.InstanceHypernym)).Select(h => h.Words[0].Text + " " + h.Definition))
        + " " + string.Join(' ', database.Related(synset, Relation.Domain).Select(d => d.Words[0].Text)));

    // What is said of a subject may name what it is, what it is called and which ones there are ("Vesuvius erupts once in a while").
    private string SubjectContext(Synset subject)
    {
        var named = subject.Words.Concat(database.Hypernyms(subject).Take(4).SelectMany(h => h.Words))
            .Concat(database.Related(subject, Relation.InstanceHyponym).Concat(database.Related(subject, Relation.Hyponym)).Take(60).SelectMany(i => i.Words));
        return $"{subject.Definition} {string.Join(' ', named.Select(w => w.Text))}";
    }

    private string VerbContext(Synset verb) =>
        $"{verb.Definition} {string.Join(' ', verb.Examples)} " + string.Join(' ', database.Related(verb, Relation.DerivationallyRelated).Select(d => d.Definition));

    private static int Overlap(IReadOnlySet<string> context, IReadOnlySet<string> text) => Math.Min(3, context.Count(text.Contains));
}
