using Reelsmith.Composer.Films;

namespace Reelsmith.Composer.Sound;

/// <summary>The film's sound, made block by block: the compressed voice, the ducked music, the master gain and the limiter.
/// Running it again gives the same samples, so a mix is measured and written without being stored between.</summary>
internal sealed class FilmMix(FilmTimeline timeline, SoundSources sources)
{
    private const int BlockSamples = 4_800;
    private const double MusicFadeInSeconds = 0.6;
    private const double MusicFadeOutSeconds = 1.6;
    private const double LongestFadeShare = 0.2;
    private const int LastFadeSamples = 960; // nothing may click at the very end

    private readonly double _fadeIn = Math.Min(MusicFadeInSeconds, timeline.Seconds * LongestFadeShare) * 48_000;
    private readonly double _fadeOut = Math.Min(MusicFadeOutSeconds, timeline.Seconds * LongestFadeShare) * 48_000;

    /// <summary>Blocks of the left and the right channel; together exactly the film's samples. The memory is used again for the next block.</summary>
    public IEnumerable<(ReadOnlyMemory<float> Left, ReadOnlyMemory<float> Right)> Blocks(MixLevels levels)
    {
        var limiter = new TruePeakLimiter(Decibels.ToGain(levels.CeilingDb));
        var late = TruePeakLimiter.Latency;
        var left = new float[BlockSamples];
        var right = new float[BlockSamples];
        foreach (var (voice, music, start) in Layers(levels.Voice))
        {
            Add(voice.Span, music.Span, start, levels, left, right);
            var count = voice.Length;
            limiter.Apply(left.AsSpan(0, count), right.AsSpan(0, count));
            var skip = Math.Min(late, count);
            late -= skip;
            yield return (left.AsMemory(skip, count - skip), right.AsMemory(skip, count - skip));
        }
        Array.Clear(left);
        Array.Clear(right);
        var rest = TruePeakLimiter.Latency - late;
        limiter.Apply(left.AsSpan(0, rest), right.AsSpan(0, rest));
        yield return (left.AsMemory(0, rest), right.AsMemory(0, rest));
    }

    /// <summary>The compressed voice (mono) and the music as it is (interleaved stereo, silence after its end) with the first sample's place.</summary>
    /// <param name="voiceGain">Gain before the compressor; 1 with <paramref name="compressed"/> off gives the narration as it is.</param>
    public IEnumerable<(ReadOnlyMemory<float> Voice, ReadOnlyMemory<float> Music, long Start)> Layers(double voiceGain, bool compressed = true)
    {
        using var narration = new NarrationTrack(timeline, sources.Narrations);
        using var music = sources.Music is { } file ? new WavReader(file) : null;
        var compressor = new VoiceCompressor();
        var voice = new float[BlockSamples];
        var bed = new float[2 * BlockSamples];
        long start = 0;
        int count;
        while ((count = narration.Read(voice)) > 0)
        {
            for (var i = 0; i < count; i++) voice[i] *= (float)voiceGain;
            if (compressed) compressor.Apply(voice.AsSpan(0, count));
            var read = music?.Read(bed.AsSpan(0, 2 * count)) ?? 0;
            bed.AsSpan(read).Clear();
            yield return (voice.AsMemory(0, count), bed.AsMemory(0, 2 * count), start);
            start += count;
        }
    }

    private void Add(ReadOnlySpan<float> voice, ReadOnlySpan<float> music, long start, MixLevels levels, float[] left, float[] right)
    {
        var voiceGain = (float)levels.Master;
        for (var i = 0; i < voice.Length; i++)
        {
            var sample = start + i;
            var end = (float)Math.Min(1, (timeline.Samples - sample) / (double)LastFadeSamples);
            var bed = (float)(levels.Music * levels.Master * MusicFade(sample)) * levels.Ducking.GainAt(sample);
            left[i] = ((voice[i] * voiceGain) + (music[2 * i] * bed)) * end;
            right[i] = ((voice[i] * voiceGain) + (music[(2 * i) + 1] * bed)) * end;
        }
    }

    private double MusicFade(long sample)
    {
        var edge = Math.Min(sample / _fadeIn, (timeline.Samples - sample) / _fadeOut);
        return edge >= 1 ? 1 : 0.5 - (0.5 * Math.Cos(Math.PI * edge));
    }
}
