using Reelsmith.Script.Languages;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Headlines;

/// <summary>How much a word matters in a text, and how unusual it is in the language.</summary>
internal sealed class Salience
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly double _scale;
    private readonly Terms _terms;
    private readonly EnglishLexicon _lexicon;

    public Salience(IEnumerable<string> sentences, Terms terms, EnglishLexicon lexicon)
    {
        _terms = terms;
        _lexicon = lexicon;
        foreach (var term in sentences.SelectMany(terms.In)) _counts[term] = _counts.GetValueOrDefault(term) + 1;
        _scale = Math.Log(1 + _counts.Values.DefaultIfEmpty(1).Max());
    }

    /// <summary>0 to 1: how often the text says the word.</summary>
    public double Of(Word word) => Of(_terms.Normal(word.Lower));

    /// <inheritdoc cref="Of(Word)"/>
    public double Of(string term) => _counts.TryGetValue(term, out var count) ? Math.Log(1 + count) / _scale : 0;

    /// <summary>How often the text says the term.</summary>
    public int Count(string term) => _counts.GetValueOrDefault(term);

    /// <summary>0 to 1: how unusual the word is.</summary>
    public double Rarity(Word word)
    {
        if (!word.HasLetter || !_terms.IsContent(word)) return 0;
        if (!_lexicon.HasDictionary) return Math.Min(1, word.Text.Length / 10.0);
        var uses = _lexicon.Uses(word.Lower, PartOfSpeech.Noun) + _lexicon.Uses(word.Lower, PartOfSpeech.Verb) + _lexicon.Uses(word.Lower, PartOfSpeech.Adjective);
        return 1 / (1 + (Math.Log(1 + uses) / 3));
    }
}
