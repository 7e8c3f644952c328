using Reelsmith.Cli.CommandLine;

namespace Reelsmith.Cli.Tests;

public sealed class ArgumentsTests : IDisposable
{
    // 64 x 64 red pixels.
    private const string SmallPicture = "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsAtx/ZMZxgi+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBywKqxUDxqh7TUQAAAABJRU5ErkJggg==";

    private readonly CommandLineSession _session = new();

    public void Dispose() => _session.Dispose();

    public static TheoryData<string[], string[]> Normalised => new()
    {
        { [], ["--help"] },
        { ["A topic"], ["make", "A topic"] },
        { ["make", "A topic"], ["make", "A topic"] },
        { ["--json", "A topic"], ["make", "--json", "A topic"] },
        { ["voices"], ["voices"] },
        { ["--version"], ["--version"] },
        { ["A topic", "--captions", "--seed", "1"], ["make", "A topic", "--captions", "on", "--seed", "1"] },
        { ["--captions", "A topic"], ["make", "--captions", "on", "A topic"] },
        { ["A topic", "--captions", "off"], ["make", "A topic", "--captions", "off"] },
        { ["A topic", "--no-captions"], ["make", "A topic", "--captions", "off"] },
        { ["--", "--no-captions"], ["make", "--", "--no-captions"] },
    };

    [Theory]
    [MemberData(nameof(Normalised))]
    public void A_first_argument_that_is_no_command_means_make(string[] typed, string[] meant) => Assert.Equal(meant, Arguments.Normalise(typed));

    public static TheoryData<string[], string> Wrong => new()
    {
        { ["make"], "prompt" },
        { [""], "prompt" },
        { ["🎈🎉"], "words" },
        { ["why", "do", "volcanoes", "erupt"], "\"why do volcanoes erupt\"" },
        { ["A topic", "--no-such-option"], "--no-such-option" },
        { ["A topic", "--secnods", "7"], "--seconds" },
        { ["A topic", "--seconds"], "--seconds" },
        { ["A topic", "--seconds", "soon"], "whole number" },
        { ["A topic", "--seconds", "-5"], "1 to 1800" },
        { ["A topic", "--size", "wide"], "1920x1080" },
        { ["A topic", "--size", "1x1"], "128" },
        { ["A topic", "--size", "641x361"], "even" },
        { ["A topic", "--size", "7680x4320"], "3840" },
        { ["A topic", "--aspect", "3:2"], "16:9" },
        { ["A topic", "--aspect", "1:1", "--size", "640x360"], "one of them" },
        { ["A topic", "--fps", "0"], "24" },
        { ["A topic", "--captions=maybe"], "on or off" },
        { ["A topic", "--theme", "neon"], "dusk" },
        { ["A topic", "--music", "metal"], "calm" },
        { ["A topic", "--language", "english"], "BCP 47" },
        { ["A topic", "--text", "a.txt"], "exactly one" },
        { ["--text", "no-such-file.txt"], "no-such-file.txt" },
        { ["--text", "."], "folder" },
        { ["--storyboard", "no-such-file.json"], "no-such-file.json" },
        { ["A topic", "--seed", "1", "--seed", "2"], "--seed" },
        { ["storyboard"], "prompt" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_command_ends_with_2_and_one_sentence_that_helps(string[] arguments, string says)
    {
        var outcome = await _session.Run(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
        Assert.Empty(outcome.Output);
        Assert.Empty(_session.Stages.Worked);
        Assert.False(Directory.Exists(_session.Data.Root));
    }

    [Fact]
    public async Task With_json_the_last_line_tells_a_program_what_is_wrong()
    {
        var outcome = await _session.Run("A topic", "--fps", "0", "--json");

        Assert.Equal(("failed", "fps_out_of_range"), (outcome.Last.GetProperty("event").GetString(), outcome.Last.GetProperty("code").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, outcome.Last.GetProperty("stage").ValueKind);
        Assert.NotEmpty(outcome.Last.GetProperty("message").GetString()!);
        Assert.NotEmpty(outcome.Last.GetProperty("hint").GetString()!);
    }

    [Theory]
    [InlineData("--help", "doctor")]
    [InlineData("--version", ".")]
    public async Task Help_and_version_end_with_0(string option, string says)
    {
        var outcome = await _session.Run(option);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(says, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_there_is_help()
    {
        var outcome = await _session.Run();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("make", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_reaches_the_script_stage()
    {
        File.WriteAllBytes(_session.PathOf("photo.png"), Convert.FromBase64String(SmallPicture));

        var outcome = await _session.Run("A topic", "--photo", "photo.png");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("jpg", _session.Stages.Worked.OfType<Contracts.WriteScript>().Single().Request.Photo?.Extension);
    }

    [Theory]
    [InlineData("nothing.jpg", "file_missing")]
    [InlineData("text.jpg", "photo_unreadable")]
    public async Task What_is_no_photo_is_refused_before_anything_is_made(string file, string code)
    {
        _session.Write("text.jpg", "a picture");

        var outcome = await _session.Run("A topic", "--json", "--photo", file);

        Assert.Equal(code, outcome.Events[^1].GetProperty("code").GetString());
        Assert.Empty(_session.Stages.Worked);
    }

    [Fact]
    public async Task Every_wish_reaches_the_script_stage()
    {
        var outcome = await _session.Run("@A topic", "--seconds", "40", "--aspect", "9:16", "--fps", "25", "--voice", "v", "--language", "de", "--theme", "hearth", "--music", "none", "--no-captions", "--seed", "-3");

        Assert.Equal(0, outcome.ExitCode);
        var request = _session.Stages.Worked.OfType<Contracts.WriteScript>().Single().Request;
        Assert.Equal(new Contracts.VideoRequest
        {
            Prompt = "@A topic",
            Seconds = 40,
            Format = new Contracts.VideoFormat(1080, 1920, 25),
            Voice = "v",
            Language = "de",
            Theme = "hearth",
            Music = "none",
            Captions = false,
            Seed = -3,
        }, request);
    }
}
