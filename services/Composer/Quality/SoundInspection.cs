using System.Runtime.InteropServices;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Quality;

/// <summary>Listens to decoded sound as it streams by: its length, samples at full scale, and silences.</summary>
internal sealed class SoundInspection
{
    private const float SilenceAmplitude = 0.001f; // −60 dBFS
    private const long ShortestSilence = VideoFormat.SampleRate / 2;
    private const int FrameBytes = 2 * sizeof(float);

    private readonly List<TimeRange> _silent = [];
    private long _silentSince;

    public long Samples { get; private set; }

    public long Clipped { get; private set; }

    public IReadOnlyList<TimeRange> Silent => _silent;

    /// <summary>Reads interleaved stereo floats to the end.</summary>
    public async Task Read(Stream pcm, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        int read;
        while ((read = await pcm.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0)
        {
            var whole = (kept + read) / FrameBytes * FrameBytes;
            Listen(MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, whole)));
            kept = kept + read - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
        EndSilence();
    }

    private void Listen(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i < samples.Length; i += 2)
        {
            var amplitude = Math.Max(Math.Abs(samples[i]), Math.Abs(samples[i + 1]));
            if (amplitude >= 1) Clipped++;
            if (amplitude > SilenceAmplitude)
            {
                EndSilence();
                _silentSince = Samples + 1;
            }
            Samples++;
        }
    }

    private void EndSilence()
    {
        if (Samples - _silentSince >= ShortestSilence)
        {
            _silent.Add(new TimeRange(_silentSince / (double)VideoFormat.SampleRate, Samples / (double)VideoFormat.SampleRate));
        }
    }
}
