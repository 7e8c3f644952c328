using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Sound;

/// <summary>Reads a RIFF/WAVE file of 16-bit or 32-bit float PCM at 48 kHz as it goes: memory does not grow with its length.</summary>
internal sealed class WavReader : IDisposable
{
    private const int PcmFormat = 1;
    private const int FloatFormat = 3;
    private const int ExtensibleFormat = 0xFFFE;

    private readonly FileStream _file;
    private readonly bool _float;
    private long _samplesLeft;
    private byte[] _bytes = [];

    /// <exception cref="ReelsmithException">The file is no such WAV file.</exception>
    public WavReader(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            (Channels, _float, _samplesLeft) = ReadHeader();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
        Frames = _samplesLeft / Channels;
    }

    public int Channels { get; }

    /// <summary>Samples of each channel.</summary>
    public long Frames { get; }

    /// <summary>Fills the span with interleaved samples of −1 to 1; fewer only at the end.</summary>
    public int Read(Span<float> samples)
    {
        var wanted = (int)Math.Min(samples.Length, _samplesLeft);
        var width = _float ? sizeof(float) : sizeof(short);
        if (_bytes.Length < wanted * width) _bytes = new byte[wanted * width];
        var bytes = _bytes.AsSpan(0, wanted * width);
        _file.ReadExactly(bytes);
        if (_float)
        {
            MemoryMarshal.Cast<byte, float>(bytes).CopyTo(samples);
        }
        else
        {
            var shorts = MemoryMarshal.Cast<byte, short>(bytes);
            for (var i = 0; i < shorts.Length; i++) samples[i] = shorts[i] / 32768f;
        }
        _samplesLeft -= wanted;
        return wanted;
    }

    public void Dispose() => _file.Dispose();

    private (int Channels, bool Float, long Samples) ReadHeader()
    {
        Span<byte> head = stackalloc byte[12];
        if (_file.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..].SequenceEqual("WAVE"u8)) throw Broken("it has no RIFF header");
        int format = 0, channels = 0, rate = 0, bits = 0;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> fields = stackalloc byte[40];
        while (_file.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8)
        {
            long size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("fmt "u8))
            {
                var read = _file.ReadAtLeast(fields, (int)Math.Min(size, fields.Length), throwOnEndOfStream: false);
                if (size < 16 || read < 16) throw Broken("its format chunk is cut off");
                format = BinaryPrimitives.ReadUInt16LittleEndian(fields);
                channels = BinaryPrimitives.ReadUInt16LittleEndian(fields[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(fields[4..]);
                bits = BinaryPrimitives.ReadUInt16LittleEndian(fields[14..]);
                if (format == ExtensibleFormat && read >= 26) format = BinaryPrimitives.ReadUInt16LittleEndian(fields[24..]);
                _file.Seek(size - read + (size & 1), SeekOrigin.Current);
                continue;
            }
            if (chunk[..4].SequenceEqual("data"u8))
            {
                if (rate != VideoFormat.SampleRate || channels < 1) throw Broken($"it has {channels} channels at {rate} Hz instead of 48,000 Hz");
                if ((format, bits) is not ((PcmFormat, 16) or (FloatFormat, 32))) throw Broken($"its samples are of format {format} with {bits} bits");
                // A program writing to a pipe cannot know the size; then the data reaches to the end of the file.
                var bytes = Math.Min(size, _file.Length - _file.Position);
                var samples = bytes / (bits / 8);
                return (channels, format == FloatFormat, samples - (samples % channels));
            }
            _file.Seek(size + (size & 1), SeekOrigin.Current);
        }
        throw Broken("it has no samples");
    }

    private ReelsmithException Broken(string why) => new(new Failure(FailureKind.Internal, "audio_unreadable",
        $"The audio file {Path.GetFileName(_file.Name)} cannot be read: {why}.", "Make the film again: what is broken is made anew."));
}
