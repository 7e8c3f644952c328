namespace Reelsmith.Composer.Music;

/// <summary>A bar of the piece.</summary>
/// <param name="Start">Beat on which it begins.</param>
/// <param name="Density">How much plays: 1 the pad and little else, 2 the figure and the bass, 3 a melody too.</param>
/// <param name="Scene">Whether a scene begins with it.</param>
/// <param name="Section">Counts the parts of the form; patterns change with it.</param>
internal sealed record Bar(int Start, int Beats, ChordSymbol Chord, int Density, bool Scene, int Section);
