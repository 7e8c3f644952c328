using System.Text.Json;
using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Quality;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Tests;

public sealed class FilmTests : IDisposable
{
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Fact]
    public async Task A_film_has_exactly_the_scenes_frames_and_passes_its_checks()
    {
        var input = await Film("calm");

        var (files, _) = await _film.Compose(input);

        Assert.Equal(75 + 97 + 60, files.Frames);
        var report = await _film.Artifacts.ReadJson<QualityReport>(files.Qc, default);
        Assert.True(report.Passed);
        Assert.All(report.Checks, c => Assert.Equal(QualityOutcome.Passed, c.Outcome));
        var poster = await Probe(_film.Artifacts.PathOf(files.Poster));
        Assert.Contains("\"width\": 320", poster, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pictures_of_the_film_are_the_clips_pictures()
    {
        var input = await Film("none");

        var (files, _) = await _film.Compose(input);

        var film = await Pictures(files.Video);
        var clips = new List<string>();
        foreach (var scene in input.Scenes) clips.AddRange(await Pictures(scene.Clip));
        Assert.Equal(clips, film);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        var input = await Film("bright");

        var (first, _) = await _film.Compose(input);
        var (second, _) = await _film.Compose(input);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Words_of_a_person_reach_tags_and_captions_letter_for_letter()
    {
        const string Title = "It's \"50 %\" = a; b # c \\ d\nnext 'line'";
        const string Headline = "[CHAPTER] ; # = \\ 'quote'";
        var story = TestFilm.Story("none", Headline) with { Title = Title };
        var input = await _film.Input(story, await _film.Scene(60, "<i>Tom</i> & \"Anna\" {\\b1}"));

        var (files, _) = await _film.Compose(input);

        using var json = JsonDocument.Parse(await Probe(_film.Artifacts.PathOf(files.Video)));
        Assert.Equal(Title, json.RootElement.GetProperty("format").GetProperty("tags").GetProperty("title").GetString());
        Assert.Equal(Headline, json.RootElement.GetProperty("chapters")[0].GetProperty("tags").GetProperty("title").GetString());
        Assert.Contains("&lt;i&gt;Tom&lt;/i&gt; &amp; \"Anna\" {\\b1}", await File.ReadAllTextAsync(_film.Artifacts.PathOf(files.CaptionsVtt)), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", await File.ReadAllTextAsync(_film.Artifacts.PathOf(files.CaptionsSrt)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subtitle_track_carries_the_captions_and_the_language()
    {
        var story = TestFilm.Story("none", "Eins") with { Language = "de" };
        var input = await _film.Input(story, await _film.Scene(75, "Der Berg ist alt."));

        var (files, _) = await _film.Compose(input);

        var video = _film.Artifacts.PathOf(files.Video);
        using var json = JsonDocument.Parse(await Probe(video));
        var track = json.RootElement.GetProperty("streams").EnumerateArray().Single(s => s.GetProperty("codec_type").GetString() == "subtitle");
        Assert.Equal("deu", track.GetProperty("tags").GetProperty("language").GetString());
        var text = System.Text.Encoding.UTF8.GetString(await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", video, "-map", "0:s", "-f", "srt", "-"], default, null, default));
        Assert.Contains("Der Berg ist alt.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", 90)]
    [InlineData("wonder", 90)]
    [InlineData("none", 600)]
    [InlineData("tense", 600)]
    public async Task Sound_reaches_the_loudness_and_keeps_the_true_peak(string music, int frames)
    {
        var input = await _film.Input(TestFilm.Story(music, "One"), await _film.Scene(frames, "The mountain smokes. It has slept for a long time, and now it wakes, and the ground shakes."));

        var (files, _) = await _film.Compose(input);

        var said = await Loudness(_film.Artifacts.PathOf(files.Video));
        Assert.InRange(said.Integrated, -14.5, -13.5);
        Assert.True(said.TruePeak <= -1, $"{said.TruePeak} dBTP");
    }

    [Fact]
    public async Task A_black_scene_fails_the_film()
    {
        var input = await _film.Input(TestFilm.Story("none", "One", "Two"), await _film.Scene(60, "Something is said here."), await _film.Scene(90, "And here as well.", picture: "color=c=black"));

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => _film.Compose(input));

        Assert.Equal(("qc_failed", FailureKind.Internal), (failure.Failure.Code, failure.Failure.Kind));
        Assert.Contains("'black'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clips_of_another_size_fail_the_film()
    {
        var input = await _film.Input(TestFilm.Story("none", "One"), await _film.Scene(60, "Something is said here."));

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => _film.Compose(input with { Format = new VideoFormat(640, 360, 30) }));

        Assert.Contains("'size': measured 320x180, expected 640x360", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_with_a_frame_too_few_fails_the_film()
    {
        var scene = await _film.Scene(60, "Something is said here.");
        var input = await _film.Input(TestFilm.Story("none", "One"), scene with { Clip = await _film.Clip(57, "testsrc2") });

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => _film.Compose(input));

        Assert.Equal("qc_failed", failure.Failure.Code);
    }

    [Fact]
    public async Task A_film_that_stays_quiet_by_plan_is_no_failure()
    {
        var input = await _film.Input(TestFilm.Story("none", "One"), await _film.Scene(240, "Short."));

        var (files, _) = await _film.Compose(input);

        Assert.Equal(240, files.Frames);
    }

    [Fact]
    public async Task Music_without_a_soundfont_says_what_to_install()
    {
        var input = await Film("calm");
        var engine = new ComposerEngine("5.1", "2.3", null);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => _film.Composer.Compose(input, engine, new StageWork(_ => { }), default));

        Assert.Equal(("music_missing", FailureKind.Unavailable), (failure.Failure.Code, failure.Failure.Kind));
        Assert.Contains("timgm6mb-soundfont", failure.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_music_names_what_there_is()
    {
        var failure = await Assert.ThrowsAsync<ReelsmithException>(async () => await _film.Compose(await Film("polka")));

        Assert.Equal("music_unknown", failure.Failure.Code);
        Assert.Contains("wonder", failure.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_film_leaves_no_program_and_no_file()
    {
        var input = await Film("calm");
        using var stop = new CancellationTokenSource();
        var work = new StageWork(fraction =>
        {
            if (fraction > FilmSteps.Measured) stop.Cancel(); // while ffmpeg is writing the film
        });
        var engine = await ComposerEngine.Find(default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _film.Composer.Compose(input, engine, work, stop.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_film.Data.Temporary));
        Assert.Empty(TestFilm.ProgramsIn(_film.Data.Root));
    }

    [Fact]
    public async Task A_killed_ffmpeg_may_be_tried_again()
    {
        var input = await Film("none");
        var killed = 0;
        var work = new StageWork(fraction =>
        {
            if (fraction <= FilmSteps.Measured || killed++ > 0) return;
            foreach (var id in TestFilm.ProgramsIn(_film.Data.Root)) System.Diagnostics.Process.GetProcessById(id).Kill();
        });
        var engine = await ComposerEngine.Find(default);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => _film.Composer.Compose(input, engine, work, default));

        Assert.Equal(FailureKind.Transient, failure.Failure.Kind);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_film.Data.Temporary));
    }

    [Fact]
    public async Task Provenance_names_engines_sources_and_licences_and_no_time()
    {
        var photo = new ArtifactRef(new string('f', 64), "jpg", 1);
        var story = TestFilm.Story("warm", "Why do volcanoes erupt?", "Magma rises");
        story = story with { Scenes = [story.Scenes[0] with { Visual = story.Scenes[0].Visual with { Photo = photo } }, story.Scenes[1]] };
        var (files, _) = await _film.Compose(await _film.Input(story, await _film.Scene(75, "Deep below our feet the rock is molten."), await _film.Scene(60, "That is why.")));

        var text = await File.ReadAllTextAsync(_film.Artifacts.PathOf(files.Provenance));
        Assert.All(["Made with AI: script, voice, music and pictures", "TimGM6mb", "GPL-2.0-only", "Fluent Emoji", "WordNet 3.0", "espeak-ng:en", "motion 1", "\"seed\": 7", photo.Hash, files.Video.Hash],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
    }

    private async Task<FilmInput> Film(string music) => await _film.Input(TestFilm.Story(music, "Why do volcanoes erupt?", "Magma rises", "The end"),
        await _film.Scene(75, "Deep below our feet the rock is molten."), await _film.Scene(97, "It is lighter than the rock around it, and it rises."), await _film.Scene(60, "That is why."));

    private async Task<string[]> Pictures(ArtifactRef video)
    {
        var hashes = await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", _film.Artifacts.PathOf(video), "-map", "0:v", "-f", "framemd5", "-"], default, null, default);
        return [.. System.Text.Encoding.UTF8.GetString(hashes).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l[(l.LastIndexOf(',') + 1)..].Trim())];
    }

    private static async Task<string> Probe(string file) =>
        System.Text.Encoding.UTF8.GetString(await ChildProcess.Run("ffprobe", ["-v", "error", "-show_format", "-show_streams", "-show_chapters", "-of", "json", file], default, null, default));

    private static async Task<(double Integrated, double Range, double TruePeak)> Loudness(string file)
    {
        await using var child = ChildProcess.Start("ffmpeg", ["-hide_banner", "-nostats", "-i", file, "-map", "0:a", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"]);
        child.CloseInput();
        await child.WaitForSuccess(default);
        return LoudnessSummary.Parse(child.ErrorTail);
    }
}
