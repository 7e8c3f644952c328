namespace Reelsmith.Script.WordNet;

/// <summary>Shortens noun phrases without breaking their grammar or their sense.</summary>
internal sealed class PhraseCutter(WordNetDatabase database)
{
    /// <summary>The phrase itself when it is short enough, else its longest beginning that is a whole; null when there is none.</summary>
    public string? Cut(string phrase, int mostWords)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= mostWords) return phrase;
        for (var n = mostWords; n >= 2; n--)
        {
            if (MayEnd(words, n)) return string.Join(' ', words[..n]).TrimEnd(',');
        }
        return null;
    }

    private bool MayEnd(string[] words, int count)
    {
        var last = words[count - 1].TrimEnd(',').ToLowerInvariant();
        var next = words[count].TrimEnd(',').ToLowerInvariant();
        if (FunctionWords.IsFunctionWord(last) || FunctionWords.IrregularParticiples.Contains(last) || !database.IsNoun(last)) return false;
        if (last.EndsWith("ed", StringComparison.Ordinal) || last.EndsWith("ing", StringComparison.Ordinal)
            || (database.Lists(last, PartOfSpeech.Adjective) && database.Senses(last, PartOfSpeech.Adjective)[0].TagCount > database.Senses(last, PartOfSpeech.Noun)[0].TagCount)) return false;
        var front = words[..count];
        if (front.Any(w => w is "between" or "either" or "both" or "any" or "someone" or "anything" or "something")) return false;
        var follows = FunctionWords.Relatives.Contains(next) || (FunctionWords.Prepositions.Contains(next) && next is not ("of" or "than" or "as" or "such" or "to"))
            || next is "having" or "used" or "made" or "characterized" or "resulting" or "consisting" or "considered" or "born" or "caused" or "formed" or "found" or "containing"
            || (words[count - 1].EndsWith(',') && front.Count(w => w.EndsWith(',')) == 1);
        return follows && next is not ("as" or "than");
    }
}
