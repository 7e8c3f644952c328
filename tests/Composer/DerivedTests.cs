using System.Text;
using Reelsmith.Composer.Derived;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Tests;

public sealed class DerivedTests : IDisposable
{
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Theory]
    [InlineData(1, 1, 2, 1)]
    [InlineData(2, 1, 2, 1)]
    [InlineData(9.7, 5, 2, 1)]
    [InlineData(60, 30, 2, 6)]
    [InlineData(200, 100, 2, 20)]
    [InlineData(201, 67, 3, 14)]
    [InlineData(3600, 100, 36, 20)]
    public void There_are_enough_pictures_and_never_more_than_a_hundred(double seconds, int pictures, int apart, int rows)
    {
        var layout = SpritesheetLayout.Of(seconds);

        Assert.Equal((pictures, apart, rows), (layout.Pictures, layout.SecondsApart, layout.Rows));
    }

    [Fact]
    public async Task A_spritesheet_shows_the_film_every_two_seconds_from_left_to_right()
    {
        var brighter = _film.Artifacts.NewTemporaryPath("mp4"); // by 20 every two seconds, from 20
        await ChildProcess.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "nullsrc=s=320x180:r=30:d=12,geq=lum=20+20*floor(T/2):cb=128:cr=128", "-c:v", "libx264", "-g", "60", brighter], default, null, default);
        var clip = await _film.Artifacts.AddFile(brighter, default);

        var sheet = _film.Artifacts.PathOf(await Derive(clip, DerivedKind.Spritesheet));

        Assert.Equal("1600,360", await Text("ffprobe", "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", sheet));
        var pixels = await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", sheet, "-f", "rawvideo", "-pix_fmt", "yuvj420p", "-"], default, null, default);
        int[] expected = [.. Enumerable.Range(1, 6).Select(n => ((20 * n) - 16) * 255 / 219)]; // JPEG's range is the full one
        Assert.Equal(expected, expected.Select((_, n) => (int)pixels[(((n / 5 * 180) + 90) * 1600) + (n % 5 * 320) + 160]), (a, b) => Math.Abs(a - b) <= 2);
    }

    [Fact]
    public async Task The_sound_is_the_films_own()
    {
        var (files, _) = await _film.Compose(await _film.Input(TestFilm.Story("none", "One"), await _film.Scene(90, "The mountain smokes, and the ground shakes.")));
        var film = _film.Artifacts.PathOf(files.Video);

        var sound = await Derive(files.Video, DerivedKind.Audio);

        Assert.Equal("m4a", sound.Extension);
        var path = _film.Artifacts.PathOf(sound);
        Assert.Equal("aac", await Text("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", path));
        Assert.Equal(await Samples(film), await Samples(path));
        Assert.Equal("A film", await Text("ffprobe", "-v", "error", "-show_entries", "format_tags=title", "-of", "csv=p=0", path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_film.Data.Temporary));
    }

    private async Task<ArtifactRef> Derive(ArtifactRef video, DerivedKind kind) =>
        (await new FilmDerivatives(_film.Artifacts).Make(new DeriveFile(video, kind), new StageWork(_ => { }), default)).File;

    private static Task<string> Samples(string file) => Text("ffmpeg", "-v", "error", "-i", file, "-map", "0:a", "-f", "md5", "-");

    private static async Task<string> Text(string program, params string[] arguments) =>
        Encoding.UTF8.GetString(await ChildProcess.Run(program, arguments, default, null, default)).Trim();
}
