namespace Reelsmith.Composer.Music;

/// <summary>How a kind of music bed is made.</summary>
/// <param name="BeatsPerMinute">Tempo before it is fitted to the scenes.</param>
/// <param name="Phrases">Chord progressions of four or eight bars; the first two carry the film, the others answer.</param>
/// <param name="Cadence">Two chords that lead to the end.</param>
/// <param name="Tonics">Pitch classes that suit the instruments.</param>
internal sealed record Character(string Name, Scale Scale, double BeatsPerMinute, int BeatsPerBar, IReadOnlyList<int> Tonics,
    IReadOnlyList<IReadOnlyList<ChordSymbol>> Phrases, IReadOnlyList<ChordSymbol> Cadence, ChordSymbol Final, Band Band, Figuration Figuration)
{
    public const string None = "none";

    private static readonly Character[] All =
    [
        new("calm", Scale.Major, 68, 4, [0, 2, 5, 7],
            ProgressionsOf("1+9 5/3 6+7 4+9", "1 3 4+9 1/3 4 2+7 5s 5", "6 4+9 1/3 5s", "4+9 1/3 2+7 5"), ChordSymbol.Phrase("2+7 5s"), ChordSymbol.Parse("1+9"),
            new Band(Pad: 49, Halo: 89, Figure: 0, Bass: 32, Melody: 73, Accent: 8), Figuration.Broken),
        new("bright", Scale.Major, 106, 4, [0, 2, 7, 9],
            ProgressionsOf("1 5/3 6 4", "1 4 1/3 5s", "4 5 6+7 4 4 5 1 1/3", "2+7 5 1/3 4"), ChordSymbol.Phrase("4 5"), ChordSymbol.Parse("1"),
            new Band(Pad: 48, Halo: 89, Figure: 45, Bass: 32, Melody: 12, Accent: 9), Figuration.Plucked),
        new("wonder", Scale.Lydian, 82, 4, [0, 3, 5, 10],
            ProgressionsOf("1+9 2/3 1+9 6+7", "1 3+7 6 2", "6+9 1/3 2 5", "1+9 5/3 6+7 2"), ChordSymbol.Phrase("2 5s"), ChordSymbol.Parse("1+9"),
            new Band(Pad: 49, Halo: 91, Figure: 46, Bass: 43, Melody: 8, Accent: 9), Figuration.Waves),
        new("tense", Scale.Minor, 88, 4, [0, 2, 9, 11],
            ProgressionsOf("1 6 4+7 5s", "1 1+9 6 3", "4 1/3 2+7 5", "6 3 4 5"), ChordSymbol.Phrase("4+7 5"), ChordSymbol.Parse("1"),
            new Band(Pad: 48, Halo: 89, Figure: 45, Bass: 42, Melody: 71, Accent: 47), Figuration.Ostinato),
        new("warm", Scale.Major, 76, 3, [0, 2, 7, 9],
            ProgressionsOf("1 6+7 2+7 5", "4+9 1/3 2+7 5s", "1 3 4 1/3 4 1/5 2+7 5", "6 3 4+9 5s"), ChordSymbol.Phrase("4+9 5"), ChordSymbol.Parse("1"),
            new Band(Pad: 49, Halo: 89, Figure: 24, Bass: 32, Melody: 42, Accent: 46), Figuration.Picked),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(c => c.Name)];

    /// <summary>The character of that name, or null.</summary>
    public static Character? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    private static IReadOnlyList<IReadOnlyList<ChordSymbol>> ProgressionsOf(params string[] phrases) => [.. phrases.Select(ChordSymbol.Phrase)];
}
