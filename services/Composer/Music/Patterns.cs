namespace Reelsmith.Composer.Music;

/// <summary>Rhythms and orders of notes from which figures and melodies are made. Numbers of a figure count the chord's tones upwards;
/// −1 is a rest. Every figure fills four beats in eighths and is cut or continued for other bars.</summary>
internal static class Patterns
{
    private static readonly int[][] Broken = [[0, 2, 1, 2, 3, 2, 1, 2], [0, 1, 2, 3, 4, 3, 2, 1], [0, -1, 2, 1, 3, -1, 2, 1], [0, 2, 4, 2, 3, 2, 1, -1]];
    private static readonly int[][] Plucked = [[-1, 2, -1, 3, -1, 2, 4, 3], [0, -1, 2, 3, -1, 2, -1, 3], [0, 2, -1, 3, 4, -1, 3, 2], [0, -1, 3, -1, 2, 3, -1, 4]];
    private static readonly int[][] Waves = [[0, 1, 2, 3, 4, 5, 4, 3], [0, 2, 4, 5, 4, 2, 3, 1], [0, 1, 3, 4, 5, 4, 3, 1], [5, 4, 3, 2, 1, 2, 3, 4]];
    private static readonly int[][] Ostinato = [[0, 0, 2, 0, 1, 0, 2, 0], [0, 1, 0, 2, 0, 1, 0, 3], [0, 0, 1, 0, 0, 2, 1, 0], [0, -1, 0, 1, 0, -1, 2, 1]];
    private static readonly int[][] Picked = [[0, 2, 3, 4, 3, 2, 1, 2], [0, 3, 2, 4, 2, 3, 1, 3], [0, 2, 4, 3, 2, 3, 1, 2], [0, -1, 3, 2, 4, 3, 2, 3]];

    /// <summary>Onsets and lengths of a melody within two bars, in beats from the first; sparse, so that it never competes with the voice.</summary>
    public static readonly (double At, double Length)[][] Melodies =
    [
        [(0, 1.5), (1.5, 0.5), (2, 2)],
        [(1, 1), (2, 1), (3, 3)],
        [(0, 2), (2, 1), (3, 1), (4, 3)],
        [(0.5, 0.5), (1, 2), (3, 0.5), (3.5, 2)],
    ];

    public static int[] Figure(Figuration figuration, int variant) => figuration switch
    {
        Figuration.Broken => Broken[variant % Broken.Length],
        Figuration.Plucked => Plucked[variant % Plucked.Length],
        Figuration.Waves => Waves[variant % Waves.Length],
        Figuration.Ostinato => Ostinato[variant % Ostinato.Length],
        _ => Picked[variant % Picked.Length],
    };
}
