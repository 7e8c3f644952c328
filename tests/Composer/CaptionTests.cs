using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Programs;
using Reelsmith.Composer.Quality;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Tests;

public sealed class CaptionTests
{
    [Fact]
    public void Cues_begin_two_frames_before_the_word_and_never_overlap()
    {
        var words = Words("One sentence is said here. Another follows it at once, and it is rather longer than the first.");
        var timeline = new FilmTimeline([new SceneSpan(0, 300, 16_000, 400_000), new SceneSpan(300, 300, 496_000, 900_000)], 30);

        var cues = SubtitleCues.Of(timeline, [words, words], "en", 42);

        Assert.Equal(TimeSpan.FromMilliseconds((16_000 - 3_200) / 48), cues[0].Start);
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.Second.Start >= pair.First.End));
        Assert.All(cues, c => Assert.InRange(c.Lines.Count, 1, 2));
        Assert.All(cues.SelectMany(c => c.Lines), line => Assert.True(line.Length <= 42));
        Assert.True(cues[^1].End.TotalSeconds <= timeline.Seconds);
    }

    [Fact]
    public void Captions_are_written_as_the_formats_ask()
    {
        SubtitleCue[] cues = [new(TimeSpan.FromMilliseconds(1234), TimeSpan.FromSeconds(3723.5), ["a < b & c", "<b>x</b>"])];

        Assert.Equal("WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.234 --> 01:02:03.500\na &lt; b &amp; c\n&lt;b&gt;x&lt;/b&gt;\n\n", VttFile.Of(cues, "en"));
        Assert.Equal("1\n00:00:01,234 --> 01:02:03,500\na < b & c\n‹b>x‹/b>\n\n", SrtFile.Of(cues));
    }

    [Theory]
    [InlineData("en", "eng")]
    [InlineData("zh-Hans", "zho")]
    [InlineData("de-AT", "deu")]
    [InlineData("xx", "und")]
    public void Languages_get_their_three_letters(string tag, string expected) => Assert.Equal(expected, LanguageTags.Iso6392(tag));

    [Fact]
    public void The_list_of_clips_quotes_paths_and_rounds_lengths_from_the_start()
    {
        var list = ConcatList.Of([("/data/it's here/a.mp4", 7), ("/data/b.mp4", 7), ("/data/c.mp4", 7)], 30);

        Assert.Contains(@"file '/data/it'\''s here/a.mp4'", list, StringComparison.Ordinal);
        Assert.Equal(["duration 0.233333", "duration 0.233334", "duration 0.233333"], list.Split('\n').Where(l => l.StartsWith("duration", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_argument_line_comes_apart_at_its_spaces_outside_quotes() =>
        Assert.Equal(["-f", "concat", "-i", "a file.txt", "", "out.mp4"], ArgumentLine.Split("-f concat  -i \"a file.txt\" \"\" out.mp4"));

    [Fact]
    public void A_stretch_without_an_end_reaches_to_the_films()
    {
        const string Printed = "frame:0    pts:0  pts_time:0\nlavfi.black_start=0\nframe:1 pts:60 pts_time:2\nlavfi.black_end=2\nframe:2\nlavfi.black_start=4\n";

        Assert.Equal([new TimeRange(0, 2), new TimeRange(4, 9.5)], DetectedRanges.Of(Printed, "lavfi.black_start", "lavfi.black_end", 9.5));
    }

    [Theory]
    [InlineData("A headline", "said", "A headline")]
    [InlineData(null, "The first words of what is said, and rather many of them, more than fit.", "The first words of what is said, and rather many of them…")]
    public void A_chapter_is_named_by_headline_or_first_words(string? headline, string narration, string expected) =>
        Assert.Equal(expected, SceneTitles.Of(new Scene { Narration = narration, Visual = new Visual { Template = Template.Title, Headline = headline } }, 0));

    private static WordTimings Words(string text) => new([.. text.Split(' ').Select((w, i) => new SpokenWord(w, i * 20_000L, (i * 20_000L) + 18_000, 0, w.Length))]);
}
