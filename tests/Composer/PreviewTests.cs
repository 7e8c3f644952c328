using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Preview;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Tests;

/// <summary>Packages scenes and plays them with ffmpeg, as a player would.</summary>
public sealed class PreviewTests : IDisposable
{
    private const int LongestMilliseconds = 2;
    private static readonly int[] Lengths = [131, 97, 260];
    private static readonly int[] SpeechStarts = [24, 16, 5];
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Fact]
    public async Task Packaged_scenes_are_played_without_an_error_in_the_films_time()
    {
        var playlist = await Playlist(await Scenes());

        var said = await Run("ffmpeg", "-hide_banner", "-v", "warning", "-i", playlist, "-f", "null", "-");
        var seconds = await Run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", playlist);

        Assert.Equal("", said.Error);
        Assert.Equal(Lengths.Sum() / 30.0, double.Parse(seconds.Output, CultureInfo.InvariantCulture), 0.001);
    }

    [Fact]
    public async Task Every_picture_is_the_clips_own_and_stands_at_its_frame()
    {
        var scenes = await Scenes();
        var clips = new List<string>();
        foreach (var scene in scenes) clips.AddRange((await Pictures(_film.Artifacts.PathOf(scene.Clip))).Select(picture => picture.Hash));

        var played = await Pictures(await Playlist(scenes));

        Assert.Equal(clips, played.Select(picture => picture.Hash));
        Assert.Equal(Enumerable.Range(0, Lengths.Sum()), played.Select(picture => (int)Math.Round(picture.Seconds * 30)));
    }

    [Fact]
    public async Task The_sound_has_neither_gap_nor_overlap_and_each_narration_sets_in_at_its_frame()
    {
        var playlist = await Playlist(await Scenes());

        var packets = (await Run("ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "packet=pts_time", "-of", "csv=p=0", playlist)).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (long)Math.Round(double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture) * 48_000)).ToArray();
        var sound = await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", playlist, "-map", "0:a", "-f", "f32le", "-"], default, null, default);

        Assert.Equal(Enumerable.Range(0, (Lengths.Sum() * 1600 + 1023) / 1024).Select(n => n * 1024L), packets);
        Assert.Equal(Onsets(), Onsets(MemoryMarshal.Cast<byte, float>(sound)), (expected, actual) => Math.Abs(expected - actual) < LongestMilliseconds * 48);
    }

    [Fact]
    public async Task Scenes_share_their_initialization_and_segments_last_four_seconds_at_most()
    {
        var packaged = await Package(await Scenes());

        Assert.Single(packaged.Select(scene => scene.Initialization).Distinct());
        Assert.Equal(["120 11", "97", "120 120 20"], packaged.Select(scene => string.Join(' ', scene.Segments.Select(segment => segment.Frames))));
    }

    [Fact]
    public async Task The_same_scene_gives_the_same_bytes()
    {
        var scenes = await Scenes();

        var (first, second) = (await Package(scenes), await Package(scenes));

        Assert.Equal(first.SelectMany(scene => scene.Segments), second.SelectMany(scene => scene.Segments));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_film.Data.Temporary));
    }

    [Fact]
    public async Task A_narration_that_does_not_fit_is_said_to_be_so()
    {
        var scene = await _film.Scene(60, null, samples: TestFilm.Tone(1, 440, 0.5));

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => Packager.Package(new PackageScene(scene with { NarrationStart = 50 }, 0, TestFilm.Format), new StageWork(_ => { }), default));

        Assert.Equal("scene_too_short", failure.Failure.Code);
    }

    private ScenePackager Packager => new(_film.Artifacts);

    // A second of tone each: where it begins can be told to the millisecond.
    private async Task<ComposedScene[]> Scenes()
    {
        var scenes = new ComposedScene[Lengths.Length];
        for (var n = 0; n < scenes.Length; n++) scenes[n] = await _film.Scene(Lengths[n], null, SpeechStarts[n], n == 1 ? "mandelbrot" : "testsrc2", TestFilm.Tone(1, 440, 0.5));
        return scenes;
    }

    private async Task<List<ScenePackaged>> Package(IEnumerable<ComposedScene> scenes)
    {
        var packaged = new List<ScenePackaged>();
        var start = 0;
        foreach (var scene in scenes)
        {
            packaged.Add(await Packager.Package(new PackageScene(scene, start, TestFilm.Format), new StageWork(_ => { }), default));
            start += scene.Frames;
        }
        return packaged;
    }

    private async Task<string> Playlist(IEnumerable<ComposedScene> scenes)
    {
        var packaged = await Package(scenes);
        var text = new StringBuilder($"#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI=\"{_film.Artifacts.PathOf(packaged[0].Initialization)}\"\n");
        foreach (var segment in packaged.SelectMany(scene => scene.Segments))
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{segment.Frames / 30.0:0.000000},\n{_film.Artifacts.PathOf(segment.Media)}\n");
        }
        var path = Path.Combine(_film.Data.Root, "preview.m3u8");
        await File.WriteAllTextAsync(path, text.Append("#EXT-X-ENDLIST\n").ToString());
        return path;
    }

    private static int[] Onsets() => [.. Lengths.Select((_, n) => (Lengths[..n].Sum() + SpeechStarts[n]) * 1600)];

    // The first loud sample after half a second of quiet.
    private static List<int> Onsets(ReadOnlySpan<float> sound)
    {
        var onsets = new List<int>();
        var quiet = 24_000;
        for (var i = 0; i < sound.Length; i++)
        {
            if (Math.Abs(sound[i]) < 0.1)
            {
                quiet++;
                continue;
            }
            if (quiet > 24_000 / 2) onsets.Add(i);
            quiet = 0;
        }
        return onsets;
    }

    private static async Task<IReadOnlyList<(double Seconds, string Hash)>> Pictures(string file)
    {
        var (output, _) = await Run("ffmpeg", "-v", "error", "-i", file, "-map", "0:v", "-fps_mode", "passthrough", "-enc_time_base", "1/15360", "-f", "framemd5", "-");
        return [.. output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(','))
            .Select(fields => (double.Parse(fields[2], CultureInfo.InvariantCulture) / 15360, fields[^1].Trim()))];
    }

    private static async Task<(string Output, string Error)> Run(string program, params string[] arguments)
    {
        await using var child = ChildProcess.Start(program, arguments);
        child.CloseInput();
        using var output = new StreamReader(child.StandardOutput);
        var text = await output.ReadToEndAsync();
        await child.WaitForSuccess(default);
        return (text, child.ErrorTail);
    }
}
