namespace Reelsmith.Composer.Music;

/// <summary>A tonic and its scale.</summary>
/// <param name="Tonic">Pitch class, 0 is C.</param>
internal sealed record Key(int Tonic, Scale Scale)
{
    /// <summary>Pitch classes of a chord, its root first.</summary>
    public IReadOnlyList<int> Tones(ChordSymbol chord)
    {
        var tones = new List<int> { Tone(chord, 0), Tone(chord, chord.Suspended ? 3 : 2), Tone(chord, 4) };
        if (chord.Added == 7) tones.Add(Tone(chord, 6));
        if (chord.Added == 9) tones.Add(Tone(chord, 8));
        return tones;
    }

    public int Bass(ChordSymbol chord) => Tone(chord, chord.BassTone - 1);

    /// <summary>Pitch classes of the scale as it sounds with a chord: with the raised seventh over the dominant.</summary>
    public IReadOnlyList<int> ScaleOver(ChordSymbol chord) => [.. Enumerable.Range(0, 7).Select(step => PitchClass(step, chord))];

    private int Tone(ChordSymbol chord, int above) => PitchClass((chord.Step - 1 + above) % 7, chord);

    private int PitchClass(int step, ChordSymbol chord)
    {
        var semitones = step == 6 && chord.Step is (5 or 7) ? Scale.LeadingTone : Scale.Steps[step];
        return (Tonic + semitones) % 12;
    }
}
