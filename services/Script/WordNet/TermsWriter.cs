namespace Reelsmith.Script.WordNet;

/// <summary>Explains words of the definitions and of the prompt, as far as their meaning there is certain.</summary>
internal sealed class TermsWriter(Lexicon lexicon)
{
    private const int LongestCollocation = 3;
    private const int MostTerms = 3;
    private static readonly Comparer<SynsetId> s_byOffset = Comparer<SynsetId>.Create((a, b) => a.Offset.CompareTo(b.Offset));
    private static readonly string[] s_moreLeads = ["One more term on the way.", "Two more terms on the way.", "Three more terms on the way."];
    private static readonly string[] s_leads = ["One term in there needs explaining.", "Two terms in there need explaining.", "Three terms in there need explaining."];

    /// <summary>Terms of the subject's and the predicate's glosses.</summary>
    public IReadOnlyList<ExplanationPart> Write(Telling telling) =>
        Parts(telling, telling.Topic.Related, [.. telling.Meanings.Select(m => m.Synset.Definition), telling.Topic.Predicate?.Synset.Definition ?? ""], s_leads);

    /// <summary>Terms of what was explained meanwhile.</summary>
    public IReadOnlyList<ExplanationPart> WriteMore(Telling telling) =>
        Parts(telling, [], [.. telling.Explained.Order(s_byOffset).Select(lexicon.Database.Synset).Where(s => s.Id != telling.Subject.Synset.Id).Select(s => s.Definition)], s_moreLeads);

    private IReadOnlyList<ExplanationPart> Parts(Telling telling, IReadOnlyList<Sense> related, IReadOnlyList<string> texts, string[] leads)
    {
        var concepts = Terms(telling, related, texts).Take(MostTerms).ToList();
        foreach (var concept in concepts) telling.Explained.Add(concept.Synset.Id);
        return [.. Enumerable.Range(0, concepts.Count).Select(dropped => Part([.. concepts.SkipLast(dropped)], leads))];
    }

    private ExplanationPart Part(IReadOnlyList<Concept> concepts, string[] leads) => new()
    {
        Kind = ExplanationPartKind.Terms,
        Narration = [leads[concepts.Count - 1], .. concepts.Select(c => Sentences.Definition(c)!)],
        Headline = concepts.Count == 1 ? $"What is {concepts[0].Phrase}?" : Phrases.Capitalised(Phrases.Listed([.. concepts.Select(c => c.Name)])),
        Emphasis = [concepts[0].Name],
        Points = lexicon.Points(concepts),
        Keywords = [.. concepts.Select(c => c.Name)],
        Facts = [.. concepts.Select(c => Lexicon.Fact(c))],
    };

    private IEnumerable<Concept> Terms(Telling telling, IReadOnlyList<Sense> prompt, IReadOnlyList<string> definitions)
    {
        var texts = definitions.Select(d => string.Join("; ", GlossText.Clauses(d))).ToList();
        var about = ContentWords.Stems($"{telling.Subject.Name} {string.Join(' ', texts)}");
        var related = prompt.Select(s => (Sense: s, Certainty: 10.0));
        var named = texts.SelectMany((text, i) => Nouns(text).Select(n => Meant(n, telling, about, i))).OfType<(Sense Sense, double Certainty)>();
        return related.Concat(named).Where(t => !telling.Explained.Contains(t.Sense.Synset.Id) && !Unsuitable.Is(t.Sense.Synset))
            .DistinctBy(t => t.Sense.Synset.Id).OrderByDescending(t => t.Certainty)
            .Select(t => lexicon.Concepts.Of(t.Sense)).Where(c => c.IsDefined && !c.IsProper && Phrases.WordCount(c.Clauses[0].Text) <= 24);
    }

    // The longest collocations of a gloss, in order.
    private IEnumerable<string> Nouns(string text)
    {
        var words = text.Split([' ', '(', ')', ';', ',', ':', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            var taken = 1;
            for (var n = Math.Min(LongestCollocation, words.Length - i); n > 0; n--)
            {
                if (FunctionWords.IsFunctionWord(words[i].ToLowerInvariant()) || FunctionWords.IsFunctionWord(words[i + n - 1].ToLowerInvariant())) continue;
                var written = string.Join(' ', words[i..(i + n)]);
                if (lexicon.Database.BaseForm(written, PartOfSpeech.Noun) is null || (n > 1 && written.Any(char.IsUpper) && !written.StartsWith("Earth", StringComparison.Ordinal))) continue;
                if (n > 1 || IsNounHere(written)) yield return written;
                taken = n;
                break;
            }
            i += taken;
        }
    }

    private bool IsNounHere(string word)
    {
        if (char.IsUpper(word[0]) || ContentWords.Stems(word).Count == 0 || word.EndsWith("ing", StringComparison.Ordinal)) return false;
        var noun = lexicon.Database.Senses(word, PartOfSpeech.Noun).Sum(s => s.TagCount);
        var adjective = lexicon.Database.Lists(word, PartOfSpeech.Adjective) ? lexicon.Database.Senses(word, PartOfSpeech.Adjective).Sum(s => s.TagCount) + 1 : 0;
        var verb = lexicon.Database.BaseForm(word, PartOfSpeech.Verb) is null ? 0 : lexicon.Database.Senses(word, PartOfSpeech.Verb).Sum(s => s.TagCount);
        return noun >= adjective && noun >= verb && !word.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>The meaning that a word has in a gloss, when something shows it: it is the only one, or its own gloss comes back to the subject.</summary>
    private (Sense Sense, double Certainty)? Meant(string word, Telling telling, IReadOnlySet<string> about, int text)
    {
        var listed = lexicon.Database.Lists(word, PartOfSpeech.Noun) && word.EndsWith('s');
        var singular = listed ? word : lexicon.Database.BaseFormOfInflected(word, PartOfSpeech.Noun) ?? word;
        var senses = lexicon.Database.Senses(singular, PartOfSpeech.Noun);
        var subject = ContentWords.Stems(telling.Subject.Name);
        var own = ContentWords.Stems(word);
        if (senses.Count == 0 || (own.IsSubsetOf(subject) && !telling.Subject.Name.Contains(' ', StringComparison.Ordinal))) return null;
        var above = lexicon.Database.Hypernyms(telling.Subject.Synset).Select(h => h.Id).ToHashSet();
        if (senses.Any(s => above.Contains(s.Synset.Id))) return null; // told as the kind of thing, or too general
        var best = senses.Select(s => (Sense: s, Certainty: Certainty(s))).MaxBy(s => s.Certainty);
        return best.Certainty >= 1 && best.Sense.Synset.File is not "noun.Tops" and not "noun.person" and not "noun.quantity" and not "noun.relation" and not "noun.shape"
            && !Generic.IsNoun(best.Sense.Word) ? best with { Certainty = best.Certainty - (text * 0.1) } : null;

        double Certainty(Sense sense)
        {
            var said = ContentWords.Stems(sense.Synset.Definition);
            var score = senses.Count == 1 ? 0.9 : 0;
            if (said.Overlaps(subject)) score += 2.5;
            score += 0.7 * Math.Min(2, said.Count(s => about.Contains(s) && !own.Contains(s) && !subject.Contains(s)));
            if (sense.Synset.File is "noun.substance" or "noun.phenomenon" or "noun.process" or "noun.body" or "noun.artifact") score += 0.4;
            return score - (0.3 * (sense.Number - 1));
        }
    }
}
