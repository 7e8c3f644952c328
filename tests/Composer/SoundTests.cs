using Reelsmith.Composer.Films;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Tests;

public sealed class SoundTests : IDisposable
{
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Fact]
    public void A_full_scale_sine_at_997_hertz_measures_minus_three_LUFS()
    {
        // ITU-R BS.1770-4: a 997 Hz sine at 0 dBFS in one channel reads −3.01 LUFS; in two, 3 dB more.
        var sine = Enumerable.Range(0, 48_000 * 3).Select(i => (float)Math.Sin(2 * Math.PI * 997 * i / 48_000)).ToArray();
        var meter = new LoudnessMeter();

        meter.Add(sine, new float[sine.Length]);

        Assert.Equal(-3.01, meter.Integrated(), 0.05);
    }

    [Fact]
    public void The_limiter_keeps_peaks_between_samples_under_its_ceiling_and_quiet_sound_as_it_is()
    {
        // A quarter of the rate, an eighth late: the samples reach 0.71 of the true peak.
        var loud = Enumerable.Range(0, 48_000).Select(i => (float)(1.3 * Math.Sin((Math.PI / 2 * i) + (Math.PI / 4)))).ToArray();
        var right = loud.ToArray();
        new TruePeakLimiter(0.8).Apply(loud, right);
        Assert.True(loud.Skip(1000).Max(Math.Abs) * Math.Sqrt(2) <= 0.8 * 1.02);

        var quiet = Enumerable.Range(0, 4_800).Select(i => (float)(0.3 * Math.Sin(i * 0.05))).ToArray();
        var limited = quiet.ToArray();
        new TruePeakLimiter(0.8).Apply(limited, quiet.ToArray());
        Assert.Equal(quiet[..(4_800 - TruePeakLimiter.Latency)].Select(x => Math.Round(x, 6)), limited[TruePeakLimiter.Latency..].Select(x => Math.Round(x, 6)));
    }

    [Fact]
    public async Task Narration_stands_at_its_sample()
    {
        var click = new short[100];
        Array.Fill(click, (short)16_384);
        ComposedScene[] scenes = [await _film.Scene(10, null, start: 3, samples: click), await _film.Scene(7, null, start: 2, samples: click)];
        var timeline = FilmTimeline.Of(scenes, TestFilm.Format);
        using var track = new NarrationTrack(timeline, [.. scenes.Select(s => _film.Artifacts.PathOf(s.Narration.Audio))]);

        var samples = new List<float>();
        var block = new float[777];
        int read;
        while ((read = track.Read(block)) > 0) samples.AddRange(block[..read]);

        Assert.Equal(17 * 1600, samples.Count);
        var expected = new float[17 * 1600];
        expected.AsSpan(3 * 1600, 100).Fill(0.5f);
        expected.AsSpan(12 * 1600, 100).Fill(0.5f);
        Assert.Equal(expected, samples);
    }

    [Fact]
    public async Task A_narration_longer_than_its_scene_is_refused()
    {
        var scene = await _film.Scene(10, null, samples: new short[1600]);

        var failure = Assert.Throws<ReelsmithException>(() => FilmTimeline.Of([scene with { NarrationStart = 10 }], TestFilm.Format));

        Assert.Equal("scene_too_short", failure.Failure.Code);
    }

    [Fact]
    public void Music_steps_back_before_the_voice_and_returns_in_long_pauses_only()
    {
        // two seconds of silence, two of voice, half a second of pause, one of voice, four of silence
        var powers = new[] { (0f, 200), (0.01f, 200), (0f, 50), (0.01f, 100), (0f, 400) }.SelectMany(p => Enumerable.Repeat(p.Item1, p.Item2)).ToArray();

        var ducking = new Ducking(powers);

        Assert.Equal(1, At(1.0), 3);
        Assert.InRange(At(2.0), 0.2, 0.3);
        Assert.Equal(Decibels.ToGain(-13), At(3.0), 3);
        Assert.Equal(Decibels.ToGain(-13), At(4.25), 3);
        Assert.Equal(1, At(8.0), 3);
        Assert.All(Enumerable.Range(1, 949), i => Assert.True(Math.Abs(At(i / 100.0) - At((i - 1) / 100.0)) < 0.06, $"a jump at {i / 100.0} s"));

        double At(double seconds) => ducking.GainAt((long)(seconds * 48_000));
    }

    [Fact]
    public async Task Speech_stands_at_least_fifteen_decibels_over_the_music()
    {
        var scene = await _film.Scene(240, "The mountain smokes. It has slept for a long time, and now it wakes.", start: 60);
        var timeline = FilmTimeline.Of([scene], TestFilm.Format);
        var music = _film.Artifacts.NewTemporaryPath("wav");
        await File.WriteAllBytesAsync(music, StereoWav(TestFilm.Tone(8, 330, 0.3)));
        var voiceFile = _film.Artifacts.PathOf(scene.Narration.Audio);
        var levels = new MixMaster(timeline, new FilmMix(timeline, new SoundSources([voiceFile], music))).Measure(-2, default);

        var voice = Loudness(new FilmMix(timeline, new SoundSources([voiceFile], null)), levels, timeline);
        var bed = Loudness(new FilmMix(timeline, new SoundSources([_film.Artifacts.PathOf((await _film.Scene(240, null, 60, samples: new short[scene.Narration.Samples])).Narration.Audio)], music)), levels, timeline);

        Assert.True(voice - bed >= 15, $"voice {voice:0.0}, music {bed:0.0} LUFS while speaking");
    }

    // Only what is heard during the narration.
    private static double Loudness(FilmMix mix, MixLevels levels, FilmTimeline timeline)
    {
        var meter = new LoudnessMeter();
        long at = 0;
        foreach (var (left, right) in mix.Blocks(levels))
        {
            if (at >= timeline.Scenes[0].SpeechStart && at + left.Length <= timeline.Scenes[0].SpeechEnd) meter.Add(left.Span, right.Span);
            at += left.Length;
        }
        Assert.Equal(timeline.Samples, at);
        return meter.Integrated();
    }

    private static byte[] StereoWav(short[] mono)
    {
        var wav = TestFilm.Wav(mono.SelectMany(s => new[] { s, s }).ToArray());
        wav[22] = 2; // channels
        return wav;
    }
}
