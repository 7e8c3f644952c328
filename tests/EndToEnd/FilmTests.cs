using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.EndToEnd.Tests;

public sealed class FilmTests : IDisposable
{
    private readonly ReelsmithProgram _reelsmith = new();

    public void Dispose() => _reelsmith.Dispose();

    [Fact]
    public async Task A_storyboard_becomes_a_film_as_long_as_it_says()
    {
        var completed = await MakeSmall(SmallFilm.Storyboard);

        var made = JsonSerializer.Deserialize<Storyboard>(await File.ReadAllTextAsync(_reelsmith.FilmFile("storyboard.json")), ContractsJson.Readable)!;
        var probe = await Probe(_reelsmith.FilmFile("video.mp4"));
        var video = Stream(probe, "video");
        var audio = Stream(probe, "audio");
        Assert.Equal(("h264", "High", "yuv420p", "bt709"), (Text(video, "codec_name"), Text(video, "profile"), Text(video, "pix_fmt"), Text(video, "color_space")));
        Assert.Equal((320, 180, "15/1"), (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), Text(video, "r_frame_rate")));
        Assert.Equal(("aac", "48000"), (Text(audio, "codec_name"), Text(audio, "sample_rate")));
        Assert.Equal(made.Scenes.Sum(s => s.Seconds!.Value) * 15, int.Parse(Text(video, "nb_frames")), 0.01);
        Assert.Equal(4, probe.GetProperty("chapters").GetArrayLength());
        Assert.Equal(_reelsmith.FilmFile("video.mp4"), Text(completed, "video"));
        foreach (var file in new[] { "captions.srt", "captions.vtt", "poster.jpg", "provenance.json", "qc.json" }) Assert.True(new FileInfo(_reelsmith.FilmFile(file)).Length > 0, file);
        Assert.Equal(7, Directory.GetFileSystemEntries(_reelsmith.Output).Length);
    }

    [Fact]
    public async Task Making_the_same_film_twice_does_no_stage_work_and_gives_the_same_bytes()
    {
        await MakeSmall(SmallFilm.Storyboard);
        var first = await Hashes();

        var completed = await MakeSmall(SmallFilm.Storyboard);

        Assert.Equal([false, false, false, false], Rendered(completed));
        Assert.All(completed.GetProperty("stages").EnumerateObject(), stage => Assert.Equal(0, stage.Value.GetProperty("cpu").GetDouble()));
        Assert.Equal(first, await Hashes());
    }

    [Fact]
    public async Task The_storyboard_that_comes_out_goes_in_again_without_any_rendering()
    {
        await MakeSmall(SmallFilm.Storyboard);
        var again = _reelsmith.Write("again.json", await File.ReadAllTextAsync(_reelsmith.FilmFile("storyboard.json")));

        var completed = await _reelsmith.Make(["--storyboard", again, .. SmallFilm.Size]);

        Assert.Equal([false, false, false, false], Rendered(completed));
    }

    [Fact]
    public async Task A_changed_scene_renders_itself_and_the_one_whose_transition_shows_it()
    {
        await MakeSmall(SmallFilm.Storyboard);

        var completed = await MakeSmall(SmallFilm.With(1, s => s with { Visual = s.Visual with { Headline = "Rivers carry salt down" } }));

        Assert.Equal([false, true, true, false], Rendered(completed));
    }

    [Fact]
    public async Task A_changed_scene_before_a_cut_renders_itself_alone()
    {
        var cut = SmallFilm.With(2, s => s with { Transition = Transition.Cut });
        await MakeSmall(cut);

        var completed = await MakeSmall(cut with { Scenes = [.. cut.Scenes.Select((s, i) => i == 1 ? s with { Visual = s.Visual with { Headline = "Rain" } } : s)] });

        Assert.Equal([false, true, false, false], Rendered(completed));
    }

    [Fact]
    public async Task Other_music_renders_nothing()
    {
        await MakeSmall(SmallFilm.Storyboard);

        var completed = await MakeSmall(SmallFilm.Storyboard with { Style = SmallFilm.Storyboard.Style with { Music = "bright" } });

        Assert.Equal([false, false, false, false], Rendered(completed));
    }

    [Theory]
    [InlineData("Why do volcanoes erupt?", "en")]
    [InlineData("从前有一个农夫，他每天都在田里干活。有一天，一只兔子跑来，撞在树桩上死了。农夫很高兴，把兔子带回家吃了。从此他不再干活，天天守在树桩旁边，等着别的兔子。可是再也没有兔子来，他的田地荒了。", "zh")]
    public async Task Words_become_a_film(string words, string language)
    {
        string[] input = language == "en" ? [words] : ["--text", _reelsmith.Write("text.txt", words)];

        await _reelsmith.Make([.. input, "--seconds", "15", .. SmallFilm.Size]);

        var made = JsonSerializer.Deserialize<Storyboard>(await File.ReadAllTextAsync(_reelsmith.FilmFile("storyboard.json")), ContractsJson.Readable)!;
        Assert.StartsWith(language, made.Language, StringComparison.Ordinal);
        var captions = await File.ReadAllTextAsync(_reelsmith.FilmFile("captions.srt"));
        Assert.All(made.Scenes, s => Assert.Contains(s.Narration.Split(' ', '，')[0], captions, StringComparison.OrdinalIgnoreCase));
    }

    private Task<JsonElement> MakeSmall(Storyboard storyboard) =>
        _reelsmith.Make(["--storyboard", _reelsmith.Write("storyboard-in.json", SmallFilm.Json(storyboard)), .. SmallFilm.Size]);

    private static bool[] Rendered(JsonElement completed) =>
        [.. completed.GetProperty("scenes").EnumerateArray().Select(s => s.GetProperty("rendered").GetBoolean())];

    private async Task<string[]> Hashes()
    {
        var files = Directory.GetFiles(_reelsmith.Output).Order(StringComparer.Ordinal).ToArray();
        return await Task.WhenAll(files.Select(async f => Path.GetFileName(f) + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(f)))));
    }

    private static async Task<JsonElement> Probe(string video) =>
        JsonDocument.Parse(await ChildProcess.Run("ffprobe", ["-v", "error", "-show_streams", "-show_chapters", "-of", "json", video], default, null, CancellationToken.None)).RootElement;

    private static JsonElement Stream(JsonElement probe, string type) =>
        probe.GetProperty("streams").EnumerateArray().First(s => Text(s, "codec_type") == type);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
