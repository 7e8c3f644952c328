namespace Reelsmith.Composer.Music;

/// <summary>General MIDI programs, counted from 0, of a bed's parts.</summary>
/// <param name="Pad">Holds the chords.</param>
/// <param name="Halo">Softer sound behind the pad.</param>
/// <param name="Figure">Plays the moving figure.</param>
/// <param name="Accent">Marks the beginning of scenes.</param>
internal sealed record Band(int Pad, int Halo, int Figure, int Bass, int Melody, int Accent);
