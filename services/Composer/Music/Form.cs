namespace Reelsmith.Composer.Music;

/// <summary>Lays out a piece: bars, chords, and how the arrangement grows, breathes and ends.</summary>
internal static class Form
{
    private const int SectionBars = 8;

    // Where in the piece, as a share of it, how much plays.
    private static readonly (double Until, int Density)[] Arc = [(0.10, 1), (0.30, 2), (0.55, 3), (0.64, 1), (0.74, 2), (0.92, 3), (1, 2)];

    public static IReadOnlyList<Bar> Of(Character character, IReadOnlyList<BeatGrid.Span> spans, Random random)
    {
        var lengths = spans.SelectMany((span, i) => BarLengths(span.Beats, character.BeatsPerBar).Select((beats, j) => (beats, Scene: j == 0 && i > 0))).ToArray();
        var all = lengths.Sum(l => l.beats);
        var bars = new List<Bar>(lengths.Length);
        var phrase = character.Phrases[random.Next(2)];
        int start = 0, inPhrase = 0, section = 0, inSection = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var (beats, scene) = lengths[i];
            if (inPhrase >= phrase.Count || (scene && inPhrase >= phrase.Count / 2))
            {
                phrase = Next(character, phrase, random);
                inPhrase = 0;
            }
            if (inSection >= SectionBars && inPhrase == 0)
            {
                section++;
                inSection = 0;
            }
            var left = lengths.Length - i;
            var chord = left <= character.Cadence.Count && lengths.Length > character.Cadence.Count ? character.Cadence[^left] : phrase[inPhrase];
            if (scene && bars.Count > 0 && chord == bars[^1].Chord && left > character.Cadence.Count) chord = phrase[++inPhrase % phrase.Count];
            bars.Add(new Bar(start, beats, chord, Density(start / (double)all, all, character), scene, section));
            start += beats;
            inPhrase++;
            inSection++;
        }
        return bars;
    }

    /// <summary>Whole bars; what is left makes the last bar longer by one beat or stands as a short bar.</summary>
    public static IEnumerable<int> BarLengths(int beats, int perBar)
    {
        var whole = beats / perBar;
        var rest = beats % perBar;
        for (var i = 0; i < whole; i++) yield return i == whole - 1 && rest == 1 ? perBar + 1 : perBar;
        if (rest > 1 || (rest == 1 && whole == 0)) yield return rest;
    }

    private static int Density(double at, int beats, Character character)
    {
        if (beats < 6 * character.BeatsPerBar) return at < 0.3 ? 1 : 2; // too short to tell a story
        return Arc.First(a => at < a.Until).Density;
    }

    private static IReadOnlyList<ChordSymbol> Next(Character character, IReadOnlyList<ChordSymbol> last, Random random)
    {
        // The carrying phrases come back, the others answer them.
        var carrying = random.NextDouble() < 0.55;
        var candidates = (carrying ? character.Phrases.Take(2) : character.Phrases.Skip(2)).Where(p => !ReferenceEquals(p, last)).ToArray();
        return candidates[random.Next(candidates.Length)];
    }
}
