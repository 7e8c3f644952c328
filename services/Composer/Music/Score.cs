namespace Reelsmith.Composer.Music;

/// <summary>A piece as notes; time in beats.</summary>
/// <param name="Programs">General MIDI program of each channel.</param>
internal sealed record Score(IReadOnlyList<Score.Tempo> Tempi, IReadOnlyDictionary<int, int> Programs, IReadOnlyList<Score.Note> Notes, IReadOnlyList<Score.Control> Controls)
{
    /// <param name="Pitch">MIDI note number, 60 is middle C.</param>
    /// <param name="Velocity">1 to 127.</param>
    internal sealed record Note(int Channel, double Start, double Length, int Pitch, int Velocity);

    internal sealed record Control(int Channel, double Beat, int Number, int Value);

    internal sealed record Tempo(double Beat, double SecondsPerBeat);
}
