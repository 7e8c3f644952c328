using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Synthesis.Espeak;

namespace Reelsmith.Speech.Tests;

public sealed class OtherLanguages
{
    [Theory]
    [InlineData("de", "Im Jahr 1815, am 3. Mai.", "Im|Jahr|18 hundert 15|am|3.|Mai", 1)]
    [InlineData("de", "Es starben 1500 Menschen. Dr. Maier kam.", "Es|starben|1500|Menschen|Dr|Maier|kam", 2)]
    [InlineData("fr", "« L’eau » — 75 % & plus !", "L'eau|75|%|&|plus", 1)]
    [InlineData("ru", "Вулкан *спит*. Он “ждёт”…", "Вулкан|спит|Он|ждёт", 2)]
    [InlineData("ja", "かざんは、あつい。", "かざん|は|あつい", 1)]
    public void Only_what_the_engine_would_stumble_over_is_changed(string language, string text, string said, int sentences)
    {
        var spoken = SpeechNormaliser.Sentences(text, language);

        Assert.Equal(said, string.Join('|', spoken.SelectMany(sentence => sentence.Words).Select(word => word.Said)));
        Assert.Equal(sentences, spoken.Count);
    }

    [Fact]
    public void Words_that_the_engine_says_together_share_the_time_by_their_letters()
    {
        // "one of the best": one event for "of the"
        var spans = EspeakWordTimes.Of([0, 4, 7, 11], [3, 2, 3, 4], [(0, 0), (4, 300), (11, 800)], [1_000], 1_200);

        Assert.Equal([new SampleSpan(0, 300), new SampleSpan(300, 500), new SampleSpan(500, 800), new SampleSpan(800, 1_000)], spans.Select(span => span!.Value));
    }
}
