namespace Reelsmith.Speech.Normalisation;

/// <summary>From punctuation to pauses.</summary>
internal static class Pauses
{
    /// <param name="goesOn">Whether a full stop between two atoms belongs to an abbreviation in mid-sentence.</param>
    public static Pause After(Atom atom, Atom? next, Func<Atom, Atom, bool> goesOn)
    {
        if (next is null || atom.ParagraphAfter) return OfSentence(atom.Trail) is var mark and not Pause.None ? (atom.ParagraphAfter && mark == Pause.Sentence ? Pause.Paragraph : mark) : Pause.Paragraph;
        var ends = OfSentence(atom.Trail);
        var lower = next.Core.Length > 0 && char.IsLower(next.Core[0]);
        if (ends == Pause.Sentence && goesOn(atom, next)) return Pause.None;
        if (ends != Pause.None) return lower ? Pause.Phrase : ends;
        return IsPhrase(atom.Trail) || next.Lead.Any("([{–—―".Contains) || (next.Core.Length == 0 && next.Trail.Length == 0 && IsPhrase(next.Lead)) ? Pause.Phrase : Pause.None;
    }

    private static Pause OfSentence(string trail)
    {
        if (trail.Any("?？؟".Contains)) return Pause.Question;
        if (trail.Any("!！".Contains)) return Pause.Exclamation;
        if (trail.Contains('…', StringComparison.Ordinal) || trail.Contains("..", StringComparison.Ordinal)) return Pause.Trailing;
        return trail.Any(".。।॥።".Contains) ? Pause.Sentence : Pause.None;
    }

    private static bool IsPhrase(string marks) => marks.Any(",;:)]}–—―-،؛，、；：፣".Contains);
}
