using System.Text;

namespace Reelsmith.Contracts.Tests;

public sealed class VideoRequestRulesTests
{
    private static readonly VideoRequest Right = new() { Prompt = "Why do volcanoes erupt?" };
    private static readonly ArtifactRef Artifact = new(new string('0', 64), "txt", 1);

    [Theory]
    [InlineData(1920, 1080, 30)]
    [InlineData(1080, 1920, 60)]
    [InlineData(128, 128, 1)]
    [InlineData(3840, 2160, 25)]
    [InlineData(2160, 3840, 24)]
    [InlineData(320, 180, 15)]
    public void These_formats_can_be(int width, int height, int rate) => VideoRequestRules.Check(new VideoFormat(width, height, rate));

    [Theory]
    [InlineData(1, 1, 30, "size_out_of_range")]
    [InlineData(7680, 4320, 30, "size_out_of_range")]
    [InlineData(3840, 3840, 30, "size_out_of_range")]
    [InlineData(126, 720, 30, "size_out_of_range")]
    [InlineData(-1920, 1080, 30, "size_out_of_range")]
    [InlineData(641, 360, 30, "size_odd")]
    [InlineData(640, 361, 30, "size_odd")]
    [InlineData(1920, 1080, 0, "fps_out_of_range")]
    [InlineData(1920, 1080, -30, "fps_out_of_range")]
    [InlineData(1920, 1080, 23, "fps_out_of_range")]
    [InlineData(1920, 1080, 120, "fps_out_of_range")]
    public void These_cannot(int width, int height, int rate, string code) => Refused(code, () => VideoRequestRules.Check(new VideoFormat(width, height, rate)));

    [Fact]
    public void An_odd_size_names_the_even_one_beside_it() =>
        Assert.Contains("642x362", Refused("size_odd", () => VideoRequestRules.Check(new VideoFormat(641, 361, 30))).Hint, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "prompt_empty")]
    [InlineData("  \n\t", "prompt_empty")]
    [InlineData("🎈🎉🎊", "prompt_without_words")]
    [InlineData("\u0001\u0002\u001b", "prompt_without_words")]
    [InlineData("?!…", "prompt_without_words")]
    public void A_prompt_must_say_something(string prompt, string code) => Refused(code, () => VideoRequestRules.Check(Right with { Prompt = prompt }));

    [Theory]
    [InlineData("Why do volcanoes erupt?")]
    [InlineData("لماذا تثور البراكين؟")]
    [InlineData("火山为什么会爆发？")]
    [InlineData("🌋 volcanoes")]
    [InlineData("42")]
    public void A_prompt_may_be_in_any_script(string prompt) => VideoRequestRules.Check(Right with { Prompt = prompt });

    [Fact]
    public void A_long_prompt_is_sent_to_the_text_option()
    {
        VideoRequestRules.CheckPrompt(new string('a', 2_000));
        Assert.Contains("--text", Refused("prompt_too_long", () => VideoRequestRules.CheckPrompt(new string('a', 2_001))).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_one_input_is_given()
    {
        Refused("one_input", () => VideoRequestRules.Check(new VideoRequest()));
        Refused("one_input", () => VideoRequestRules.Check(Right with { Text = Artifact }));
        Refused("one_input", () => VideoRequestRules.Check(new VideoRequest { Text = Artifact, Storyboard = Artifact }));
        VideoRequestRules.Check(new VideoRequest { Text = Artifact });
    }

    [Fact]
    public void Wishes_are_checked()
    {
        Refused("seconds_out_of_range", () => VideoRequestRules.Check(Right with { Seconds = 0 }));
        Refused("seconds_out_of_range", () => VideoRequestRules.Check(Right with { Seconds = 1801 }));
        Refused("language_tag", () => VideoRequestRules.Check(Right with { Language = "english" }));
        Refused("voice_unknown", () => VideoRequestRules.Check(Right with { Voice = " " }));
        Assert.Contains("dusk, hearth", Refused("theme_unknown", () => VideoRequestRules.Check(Right with { Theme = "neon" })).Hint, StringComparison.Ordinal);
        Assert.Contains("calm", Refused("music_unknown", () => VideoRequestRules.Check(Right with { Music = "metal" })).Hint, StringComparison.Ordinal);
        VideoRequestRules.Check(Right with { Seconds = 5, Language = "pt-BR", Theme = "hearth", Music = "none", Voice = "someone" });
    }

    [Fact]
    public void A_text_is_read_in_any_script_with_or_without_a_byte_order_mark()
    {
        const string text = "القطة نائمة على السرير.";
        Assert.Equal(text, VideoRequestRules.ReadText([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(text, VideoRequestRules.ReadText(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void What_is_no_text_is_refused()
    {
        Refused("text_empty", () => VideoRequestRules.ReadText([]));
        Refused("text_empty", () => VideoRequestRules.ReadText(" \n "u8));
        Refused("text_without_words", () => VideoRequestRules.ReadText("🎈🎉"u8));
        Refused("text_binary", () => VideoRequestRules.ReadText([0x89, 0x50, 0x00, 0x01]));
        Refused("text_not_utf8", () => VideoRequestRules.ReadText([0x43, 0x61, 0x66, 0xE9]));
        Refused("text_too_long", () => VideoRequestRules.ReadText(new byte[VideoRequestRules.TextBytes + 1]));
        Refused("text_too_long", () => VideoRequestRules.ReadText(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("word", 10_001)))));
    }

    private static Failure Refused(string code, Action check)
    {
        var failure = Assert.Throws<ReelsmithException>(check).Failure;
        Assert.Equal((FailureKind.InvalidInput, code), (failure.Kind, failure.Code));
        Assert.NotEmpty(failure.Hint);
        return failure;
    }
}
