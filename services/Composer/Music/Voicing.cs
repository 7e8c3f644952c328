namespace Reelsmith.Composer.Music;

/// <summary>Lays chords out as notes that move as little as they can.</summary>
internal static class Voicing
{
    /// <summary>Four voices within a range: of all layouts of the chord's tones the one nearest to the voices before, with every tone
    /// there and none doubled at the unison.</summary>
    /// <param name="before">The voices of the chord before, rising; empty at the beginning.</param>
    public static IReadOnlyList<int> Nearest(IReadOnlyList<int> tones, IReadOnlyList<int> before, int low, int high)
    {
        var notes = Enumerable.Range(low, high - low + 1).Where(n => tones.Contains(n % 12)).ToArray();
        var centre = (low + high) / 2.0;
        int[] best = [];
        var least = double.PositiveInfinity;
        for (var a = 0; a < notes.Length; a++)
        {
            for (var b = a + 1; b < notes.Length; b++)
            {
                for (var c = b + 1; c < notes.Length; c++)
                {
                    for (var d = c + 1; d < notes.Length; d++)
                    {
                        int[] voices = [notes[a], notes[b], notes[c], notes[d]];
                        var cost = Cost(voices, tones, before, centre);
                        if (cost >= least) continue;
                        least = cost;
                        best = voices;
                    }
                }
            }
        }
        return best;
    }

    /// <summary>Chord tones rising from a note, as many as asked.</summary>
    public static IReadOnlyList<int> Rising(IReadOnlyList<int> tones, int from, int count) =>
        [.. Enumerable.Range(from, 12 * (count + 1)).Where(n => tones.Contains(n % 12)).Take(count)];

    /// <summary>The note of a pitch class nearest to another note, within a range of an octave or more.</summary>
    public static int NearestNote(int pitchClass, int near, int low, int high) =>
        Enumerable.Range(low, high - low + 1).Where(n => n % 12 == pitchClass).MinBy(n => Math.Abs(n - near));

    private static double Cost(int[] voices, IReadOnlyList<int> tones, IReadOnlyList<int> before, double centre)
    {
        double cost = tones.Count(t => !voices.Any(v => v % 12 == t)) * 40;
        if (voices[1] - voices[0] < 3) cost += 8; // low seconds are muddy
        for (var i = 0; i < 4; i++)
        {
            cost += before.Count == 4 ? Math.Abs(voices[i] - before[i]) : Math.Abs(voices[i] - centre) / 2;
            if (i > 0 && voices[i] - voices[i - 1] > 9) cost += 4;
        }
        if (before.Count == 4) cost += Math.Abs(voices.Average() - centre) * 0.35; // do not drift away over a long film
        return cost;
    }
}
