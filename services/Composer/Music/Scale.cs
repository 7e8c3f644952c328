namespace Reelsmith.Composer.Music;

/// <summary>Seven steps of an octave.</summary>
/// <param name="Steps">Semitones over the tonic.</param>
/// <param name="LeadingTone">Semitones of the seventh step in chords on the fifth, which wants to rise to the tonic.</param>
internal sealed record Scale(string Name, IReadOnlyList<int> Steps, int LeadingTone = 11)
{
    public static Scale Major { get; } = new("major", [0, 2, 4, 5, 7, 9, 11]);

    public static Scale Lydian { get; } = new("lydian", [0, 2, 4, 6, 7, 9, 11]);

    /// <summary>Natural minor; its dominant takes the raised seventh of the harmonic.</summary>
    public static Scale Minor { get; } = new("minor", [0, 2, 3, 5, 7, 8, 10]);
}
