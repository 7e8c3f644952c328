
namespace Reelsmith.EndToEnd.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly ReelsmithProgram _reelsmith = new();

    public void Dispose() => _reelsmith.Dispose();

    public static TheoryData<string[], string> Commands => new()
    {
        { [""], "prompt" },
        { ["   "], "prompt" },
        { [new string('a', 100_000)], "--text" },
        { ["🎈🎉🎊"], "words" },
        { ["\u0001\u0002\u0003"], "words" },
        { ["A topic", "--size", "1x1"], "128" },
        { ["A topic", "--size", "7680x4320"], "3840" },
        { ["A topic", "--size", "641x361"], "even" },
        { ["A topic", "--size", "wide"], "1920x1080" },
        { ["A topic", "--fps", "0"], "fps" },
        { ["A topic", "--fps", "23"], "24" },
        { ["A topic", "--seconds", "-5"], "seconds" },
        { ["Why do volcanoes erupt?", "--voice", "nobody"], "voices" },
        { ["Why do volcanoes erupt?", "--theme", "neon"], "dusk" },
        { ["asdfgh qwertz"], "--text" },
        { ["--text", "no-such-file.txt"], "no-such-file.txt" },
        { ["--storyboard", "no-such-file.json"], "no-such-file.json" },
        { ["A topic", "--no-such-option"], "--no-such-option" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_wrong_command_ends_with_2_and_says_what_to_change(string[] arguments, string says) => await Refused(arguments, says);

    public static TheoryData<string, string> Storyboards => new()
    {
        { "not json", "JSON" },
        { """{"version":1,"title":"T","language":"en"}""", "scenes" },
        { """{"version":9,"title":"T","language":"en","scenes":[]}""", "version" },
        { Scene("""{"narration":"Hello there.","visual":{"template":"pie"}}"""), "statement" },
        { Scene("""{"visual":{"template":"statement","headline":"Hello"}}"""), "narration" },
        { Scene("""{"narration":"Hello there.","seconds":-3,"visual":{"template":"statement","headline":"Hello"}}"""), "seconds" },
        { Scene("""{"narration":"Hello there.","visual":{"template":"statement","headlime":"Hello"}}"""), "headline" },
        { Scene(string.Join(',', Enumerable.Repeat("""{"narration":"Hello there.","visual":{"template":"statement","headline":"Hello"}}""", 10_000))), "scenes" },
    };

    [Theory]
    [MemberData(nameof(Storyboards))]
    public async Task A_wrong_storyboard_ends_with_2_and_says_where(string json, string says) =>
        await Refused(["--storyboard", _reelsmith.Write("wrong.json", json)], says);

    [Fact]
    public async Task A_binary_file_is_no_text()
    {
        var file = Path.Combine(_reelsmith.Folder, "picture.bin");
        var bytes = new byte[4096];
        new Random(3).NextBytes(bytes);
        await File.WriteAllBytesAsync(file, bytes);

        await Refused(["--text", file], "text");
    }

    [Fact]
    public async Task A_right_to_left_text_is_a_text()
    {
        var text = _reelsmith.Write("arabic.txt", "القطة نائمة على السرير. الكلب يلعب في الحديقة. والطيور تغني فوق الشجرة كل صباح جميل.");

        await _reelsmith.Make(["--text", text, .. SmallFilm.Size]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused_before_any_work()
    {
        File.WriteAllText(Path.Combine(_reelsmith.Folder, "file"), "");

        var outcome = await _reelsmith.Run("make", "Why do volcanoes erupt?", "--out", Path.Combine(_reelsmith.Folder, "file", "film"), "--json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_reelsmith.Data, "results")));
    }

    [Theory]
    [InlineData("ffmpeg")]
    [InlineData("rsvg-convert")]
    [InlineData("fluidsynth")]
    public async Task A_missing_program_is_named_with_what_to_install(string missing)
    {
        _reelsmith.Environment["PATH"] = PathWithout(missing);

        var outcome = await _reelsmith.Run(["make", "--out", _reelsmith.Output, "--json", "--storyboard", _reelsmith.Write("s.json", SmallFilm.Json(SmallFilm.Storyboard)), .. SmallFilm.Size]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("apt", outcome.LastEvent.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_reelsmith.FilmFile("video.mp4")));
    }

    [Fact]
    public async Task Without_any_voice_the_film_fails_with_what_to_install()
    {
        _reelsmith.Environment["PATH"] = PathWithout("festival", "espeak-ng");
        // An empty file in the place of eSpeak NG's library: the loader finds it first and can't load it.
        _reelsmith.Environment["LD_LIBRARY_PATH"] = Path.GetDirectoryName(_reelsmith.Write("libespeak-ng.so.1", ""))!;

        var outcome = await _reelsmith.Run(["make", "--out", _reelsmith.Output, "--json", "--storyboard", _reelsmith.Write("s.json", SmallFilm.Json(SmallFilm.Storyboard)), .. SmallFilm.Size]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("speech", outcome.LastEvent.GetProperty("stage").GetString());
    }

    private async Task Refused(string[] arguments, string says)
    {
        var outcome = await _reelsmith.Run(["make", "--out", _reelsmith.Output, "--json", .. arguments]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(says, outcome.Output + outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_reelsmith.Output) && Directory.EnumerateFileSystemEntries(_reelsmith.Output).Any());
    }

    private static string Scene(string scenes) => $$"""{"version":1,"title":"T","language":"en","scenes":[{{scenes}}]}""";

    /// <summary>A folder of links to every program on the path but some.</summary>
    private string PathWithout(params string[] missing)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_reelsmith.Folder, "bin")).FullName;
        foreach (var program in Environment.GetEnvironmentVariable("PATH")!.Split(':').Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            var link = Path.Combine(folder, Path.GetFileName(program));
            if (!missing.Contains(Path.GetFileName(program)) && !File.Exists(link)) File.CreateSymbolicLink(link, program);
        }
        return folder;
    }
}
