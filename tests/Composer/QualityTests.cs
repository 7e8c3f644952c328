using Reelsmith.Composer.Films;
using Reelsmith.Composer.Music;
using Reelsmith.Composer.Quality;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Tests;

public sealed class QualityTests
{
    private static readonly FilmTimeline Timeline = new([new SceneSpan(0, 900, 16_000, 1_400_000)], 30);
    private static readonly FilmSignals Good = new(-14, 5, -1.5, Timeline.Samples, 0, [], [], []);

    [Fact]
    public void A_good_film_passes() => Assert.All(Rules(music: true).Signals(Good), c => Assert.Equal(QualityOutcome.Passed, c.Outcome));

    [Fact]
    public void What_is_wrong_is_named()
    {
        Assert.Equal("loudness", Failing(Good with { Loudness = -14.6 }));
        Assert.Equal("true_peak", Failing(Good with { TruePeak = -0.9 }));
        Assert.Equal("clipping", Failing(Good with { ClippedSamples = 1 }));
        Assert.Equal("silence", Failing(Good with { Silent = [new TimeRange(10, 13.2)] }));
        Assert.Equal("black", Failing(Good with { Black = [new TimeRange(10, 12)] }));
        Assert.Equal("frozen", Failing(Good with { Frozen = [new TimeRange(2, 24)] }));
        Assert.Equal("audio_samples", Failing(Good with { DecodedSamples = Timeline.Samples - 1_700 }));
    }

    [Fact]
    public void A_still_picture_while_somebody_speaks_is_worth_a_warning() =>
        Assert.Equal(QualityOutcome.Warning, Rules(music: true).Signals(Good with { Frozen = [new TimeRange(4, 12)] }).Single(c => c.Name == "frozen").Outcome);

    [Fact]
    public void A_pause_that_is_planned_is_no_silence_without_music()
    {
        var pause = Good with { Silent = [new TimeRange(29.2 - 4, 29.2)] };
        var ends = new FilmTimeline([new SceneSpan(0, 900, 16_000, 1_200_000)], 30);

        Assert.All((Rules(music: false) with { Timeline = ends }).Signals(pause), c => Assert.NotEqual(QualityOutcome.Failed, c.Outcome));
        Assert.Contains((Rules(music: true) with { Timeline = ends }).Signals(pause), c => c is { Name: "silence", Outcome: QualityOutcome.Failed });
    }

    [Fact]
    public void The_index_behind_the_media_is_seen()
    {
        Assert.True(Faststart.Is(new MemoryStream([0, 0, 0, 8, .. "ftyp"u8, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 8, .. "mdat"u8])));
        Assert.False(Faststart.Is(new MemoryStream([0, 0, 0, 8, .. "ftyp"u8, 0, 0, 0, 8, .. "mdat"u8, 0, 0, 0, 8, .. "moov"u8])));
    }

    [Fact]
    public async Task Music_sounds_from_the_start_to_the_end_without_a_gap_and_the_same_every_time()
    {
        if (await SoundFont.Find(default) is not { } font) throw new InvalidOperationException("No soundfont is installed.");
        var midi = MidiFile.Of(MusicBed.Compose(Character.Find("wonder")!, 4, [5, 11], 16));
        var folder = Directory.CreateTempSubdirectory("reelsmith-music");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "a.wav"), Path.Combine(folder.FullName, "b.wav"));
            await MusicRenderer.Render(midi, font, first + ".mid", first, new StageWork(_ => { }), default);
            await MusicRenderer.Render(midi, font, second + ".mid", second, new StageWork(_ => { }), default);

            Assert.Equal(Samples(first), Samples(second));
            var powers = HalfSeconds(first);
            var loudest = powers.Max();
            Assert.True(powers.Count >= 32);
            Assert.All(powers.Skip(1).Take(29), p => Assert.True(p > loudest / 10_000, $"{10 * Math.Log10(p / loudest):0} dB under the loudest"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The file's header holds the time of day.
    private static float[] Samples(string wav)
    {
        using var reader = new WavReader(wav);
        var samples = new float[reader.Frames * reader.Channels];
        reader.Read(samples);
        return samples;
    }

    private static List<double> HalfSeconds(string wav)
    {
        using var reader = new WavReader(wav);
        var block = new float[48_000];
        var powers = new List<double>();
        while (reader.Read(block) == block.Length) powers.Add(block.Average(x => (double)x * x));
        return powers;
    }

    private static string Failing(FilmSignals signals) => Rules(music: true).Signals(signals).Single(c => c.Outcome == QualityOutcome.Failed).Name;

    private static QualityRules Rules(bool music) => new(Timeline, TestFilm.Format, TestFilm.Story("calm", "One"), [], true, music);
}
