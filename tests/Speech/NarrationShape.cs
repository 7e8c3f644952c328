using Reelsmith.Contracts;

namespace Reelsmith.Speech.Tests;

public sealed class NarrationShape(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    [Theory]
    [InlineData("en", "The eruption of Mount Tambora killed many people, and changed the weather. It was 1815!")]
    [InlineData("en", "“Hello,” she said — twice… (quietly) café naïve 火山 ok? \" \\ ) (system \"rm -rf /\") 🌋 done.")]
    [InlineData("zh", "火山是地球表面的开口。地球上大约有1350座活火山，占75%！")]
    [InlineData("de", "Der Vulkan brach im Jahr 1815 aus, und es wurde kalt. Warum?")]
    [InlineData("ar", "البركان فتحة في سطح الأرض. يوجد ١٣٥٠ بركانا.")]
    [InlineData("ja", "ボルカノは、ちきゅうのひょうめんの くちです。とてもあつい！")]
    [InlineData("fr", "Le volcan est entré en éruption en 1815, n'est-ce pas ?")]
    public async Task Words_cover_the_narration_in_order_and_lie_within_the_audio(string language, string text)
    {
        var spoken = await speech.Speak(text, language, cancellationToken: TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine($"{spoken.Narration.Voice} {spoken.Seconds:0.00} s, {spoken.CpuSeconds:0.00} s CPU");
        foreach (var word in spoken.Words) TestContext.Current.TestOutputHelper!.WriteLine($"{word.Start / 48000.0:0.000} {word.End / 48000.0:0.000} [{word.Text}] {word.Offset}+{word.Length}");
        Coverage.Check(text, spoken.Words, spoken.Narration.Samples);
    }
}

internal static class Coverage
{
    public static void Check(string text, IReadOnlyList<SpokenWord> words, long samples)
    {
        var place = 0;
        var time = 0L;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            Assert.InRange(word.Start, time, word.End - 1);
            time = word.End;
            if (i > 0 && word.Offset == words[i - 1].Offset && word.Length == words[i - 1].Length) continue;
            Assert.True(word.Offset >= place, $"“{word.Text}” goes back");
            Assert.True(string.IsNullOrWhiteSpace(text[place..word.Offset]), $"“{text[place..word.Offset]}” belongs to no word");
            place = word.Offset + word.Length;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[place..]), $"“{text[place..]}” belongs to no word");
        Assert.InRange(time, 1, samples);
    }
}
