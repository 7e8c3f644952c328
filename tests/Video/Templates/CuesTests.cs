using Reelsmith.Contracts;
using Reelsmith.Video.Templates;

namespace Reelsmith.Video.Tests.Templates;

public sealed class CuesTests
{
    private static Cues Of(string narration, int start = 10) =>
        new(Scenes.Drawing(0, "dusk", null, narration, new Visual { Template = Template.Title }) with { NarrationStart = start }, Scenes.Words(narration), VideoFormat.Default);

    [Theory]
    [InlineData("Ash washed over it.", "ash", 10)]
    [InlineData("It washed ash away.", "ash", 30)]
    [InlineData("It washed away.", "ash", null)]
    [InlineData("Then gas builds pressure.", "Gas builds pressure", 20)]
    [InlineData("Then it will erupt?", "erupt?", 40)]
    [InlineData("Then it is over.", "", null)]
    public void A_phrase_is_cued_at_its_first_word_and_only_where_it_stands_whole(string narration, string phrase, int? frame) =>
        Assert.Equal(frame, Of(narration).FrameOf(phrase));

    [Fact]
    public void Several_words_that_share_the_place_of_a_number_are_one_number()
    {
        var narration = "About 1,350 erupt.";
        var words = new WordTimings([new("About", 0, 10_000, 0, 5), new("one", 16_000, 20_000, 6, 5), new("thousand", 22_400, 30_000, 6, 5), new("fifty", 32_000, 40_000, 6, 5), new("erupt.", 48_000, 60_000, 12, 6)]);
        var cues = new Cues(Scenes.Drawing(0, "dusk", null, narration, new Visual { Template = Template.Number }), words, VideoFormat.Default);
        Assert.Equal((20, 35), (cues.FrameOf("1,350"), cues.FrameAfter("1,350")));
    }
}
