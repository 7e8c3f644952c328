namespace Reelsmith.Speech.Normalisation;

/// <summary>Joins what has no sound (a dash standing alone, a word in a script the voice cannot read) to the word before it, or to the first one.</summary>
internal static class SilentWords
{
    public static IReadOnlyList<SpeechWord> Merge(IReadOnlyList<SpeechWord> words)
    {
        var merged = new List<SpeechWord>(words.Count);
        SpeechWord? before = null; // silent, and nothing sounded yet
        (int From, int To) moved = (-1, -1); // words that share a place with the first one share what is joined to it
        foreach (var word in words)
        {
            if (word.Said.Length > 0)
            {
                if (before is not null) moved = (word.Offset, before.Offset);
                var placed = word.Offset == moved.From ? word with { Offset = moved.To, Length = word.End - moved.To } : word;
                merged.Add(before is null ? placed : Join(before, word) with { Said = word.Said });
                before = null;
            }
            else if (merged.Count > 0) JoinToLast(merged, word);
            else before = before is null ? word : Join(before, word);
        }
        return merged;
    }

    // words that share the place of one number go on sharing it
    private static void JoinToLast(List<SpeechWord> merged, SpeechWord silent)
    {
        var last = merged[^1];
        for (var i = merged.Count - 2; i >= 0 && merged[i].Offset == last.Offset; i--) merged[i] = merged[i] with { Length = silent.End - last.Offset };
        merged[^1] = Join(last, silent) with { Said = last.Said };
    }

    private static SpeechWord Join(SpeechWord one, SpeechWord other) => new(Shown(one, other), "", one.Offset, other.End - one.Offset, other.SpaceAfter, Louder(one.Pause, other.Pause));

    private static string Shown(SpeechWord one, SpeechWord other) =>
        one.Shown.Length == 0 ? other.Shown : other.Shown.Length == 0 ? one.Shown : one.Shown + (one.SpaceAfter ? " " : "") + other.Shown;

    private static Pause Louder(Pause one, Pause other) => one > other ? one : other;
}
