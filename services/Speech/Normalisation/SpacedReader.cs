namespace Reelsmith.Speech.Normalisation;

/// <summary>Reads atoms by rules: the first rule that has a reading wins.</summary>
internal static class SpacedReader
{
    public static IReadOnlyList<SpeechWord> Read(IReadOnlyList<Atom> atoms, IReadOnlyList<Func<AtomContext, Reading?>> rules, Func<Atom, Atom, bool> goesOn)
    {
        var words = new List<SpeechWord>(atoms.Count);
        for (var at = 0; at < atoms.Count;)
        {
            var context = new AtomContext(atoms, at);
            var reading = context.Core.Length == 0 ? Reading.AsShown("", "") : rules.Select(rule => rule(context)).First(found => found is not null)!;
            foreach (var part in reading.Parts)
            {
                AddPart(atoms, at, part, goesOn, words);
                at += part.Atoms;
            }
        }
        return words;
    }

    private static void AddPart(IReadOnlyList<Atom> atoms, int at, ReadingPart part, Func<Atom, Atom, bool> goesOn, List<SpeechWord> words)
    {
        var (first, last) = (atoms[at], atoms[at + part.Atoms - 1]);
        var pause = Pauses.After(last, at + part.Atoms < atoms.Count ? atoms[at + part.Atoms] : null, goesOn);
        for (var i = 0; i < part.Words.Count; i++)
        {
            var ends = i == part.Words.Count - 1;
            var word = part.Words[i].Shown;
            if (i == 0 && word.Length > 0 && first.Core.Length > 0 && !char.IsLetter(first.Core[0]) && Begins(words)) word = char.ToUpperInvariant(word[0]) + word[1..];
            var shown = (i == 0 ? first.Lead : "") + word + (ends ? last.Trail : "");
            words.Add(new SpeechWord(shown, part.Words[i].Said, first.Offset, last.Offset + last.Length - first.Offset,
                !ends || last.SpaceAfter, ends ? pause : Pause.None));
        }
    }

    private static bool Begins(List<SpeechWord> words) => words.Count == 0 || words[^1].Pause > Pause.Cut;
}
