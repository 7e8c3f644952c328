namespace Reelsmith.Speech.Normalisation;

/// <summary>What a rule makes of the next atoms.</summary>
/// <param name="Parts">In order; together they take up the atoms that the rule consumes.</param>
internal sealed record Reading(params IReadOnlyList<ReadingPart> Parts)
{
    public int Atoms => Parts.Sum(part => part.Atoms);

    /// <summary>One atom read as it is shown.</summary>
    public static Reading AsShown(string shown, string said) => new(new ReadingPart(1, [new ReadWord(shown, said)]));

    /// <summary>One atom whose spoken words are what the caption shows.</summary>
    public static Reading InWords(string words) => new(ReadingPart.InWords(1, words));
}

/// <summary>Words that share the place of some atoms.</summary>
/// <param name="Atoms">How many.</param>
internal sealed record ReadingPart(int Atoms, IReadOnlyList<ReadWord> Words)
{
    public static ReadingPart InWords(int atoms, string words) =>
        new(atoms, [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new ReadWord(word, word.Replace('-', ' ')))]);
}

/// <summary>A caption's word without its punctuation, and how it is said.</summary>
internal readonly record struct ReadWord(string Shown, string Said);
