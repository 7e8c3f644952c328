using System.Buffers.Binary;

namespace Reelsmith.Composer.Music;

/// <summary>Writes a score as a Standard MIDI File of format 0 (MIDI 1.0, RP-001).</summary>
internal static class MidiFile
{
    private const int TicksPerBeat = 480;
    private const int EndOfTrackBeats = 1;

    public static byte[] Of(Score score)
    {
        var events = new List<(int Tick, int Order, byte[] Bytes)>();
        foreach (var tempo in score.Tempi)
        {
            var microseconds = (int)Math.Round(tempo.SecondsPerBeat * 1e6);
            events.Add((Tick(tempo.Beat), 0, [0xFF, 0x51, 3, (byte)(microseconds >> 16), (byte)(microseconds >> 8), (byte)microseconds]));
        }
        foreach (var (channel, program) in score.Programs) events.Add((0, 1, [(byte)(0xC0 | channel), (byte)program]));
        foreach (var control in score.Controls) events.Add((Tick(control.Beat), 2, [(byte)(0xB0 | control.Channel), (byte)control.Number, (byte)control.Value]));
        foreach (var note in score.Notes)
        {
            // A note that ends where the next of its pitch begins ends first.
            events.Add((Tick(note.Start), 4, [(byte)(0x90 | note.Channel), (byte)note.Pitch, (byte)note.Velocity]));
            events.Add((Math.Max(Tick(note.Start + note.Length), Tick(note.Start) + 1), 3, [(byte)(0x80 | note.Channel), (byte)note.Pitch, 0]));
        }
        var track = new MemoryStream();
        var last = 0;
        foreach (var (tick, _, bytes) in events.OrderBy(e => e.Tick).ThenBy(e => e.Order))
        {
            WriteLength(track, tick - last);
            track.Write(bytes);
            last = tick;
        }
        WriteLength(track, EndOfTrackBeats * TicksPerBeat);
        track.Write([0xFF, 0x2F, 0]);
        return [.. Header(), .. "MTrk"u8, .. BigEndian((int)track.Length), .. track.ToArray()];
    }

    private static int Tick(double beat) => (int)Math.Round(beat * TicksPerBeat);

    private static byte[] Header() => [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, TicksPerBeat >> 8, TicksPerBeat & 0xFF];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    // Seven bits a byte, the highest set in all but the last.
    private static void WriteLength(MemoryStream track, int value)
    {
        for (var shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift > 0) track.WriteByte((byte)(0x80 | ((value >> shift) & 0x7F)));
        }
        track.WriteByte((byte)(value & 0x7F));
    }
}
