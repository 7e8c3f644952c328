using System.Runtime.InteropServices;
using Reelsmith.Contracts;

namespace Reelsmith.Speech.Audio;

/// <summary>RIFF WAVE as the pipeline passes it on: 48 kHz, mono, 16 bit.</summary>
internal static class WavFile
{
    private const int HeaderBytes = 44;

    public static byte[] Write(ReadOnlySpan<short> samples)
    {
        var file = new byte[HeaderBytes + (samples.Length * sizeof(short))];
        using var header = new BinaryWriter(new MemoryStream(file));
        header.Write("RIFF"u8);
        header.Write(file.Length - 8);
        header.Write("WAVEfmt "u8);
        header.Write(16);
        header.Write((short)1); // PCM
        header.Write((short)1);
        header.Write(VideoFormat.SampleRate);
        header.Write(VideoFormat.SampleRate * sizeof(short));
        header.Write((short)sizeof(short));
        header.Write((short)16);
        header.Write("data"u8);
        header.Write(samples.Length * sizeof(short));
        MemoryMarshal.AsBytes(samples).CopyTo(file.AsSpan(HeaderBytes));
        return file;
    }
}
