using FsCheck.Xunit;

namespace Reelsmith.Contracts.Tests.Captions;

public sealed class CaptionPhrasesTests
{
    private const int WordSamples = 16_000;

    // A line break is "|", a new phrase "/".
    [Theory]
    [InlineData("en", 42, "Why does a quiet mountain suddenly explode?", "Why does a quiet mountain | suddenly explode?")]
    [InlineData("en", 42, "And at last, the crust gives way.", "And at last, the crust gives way.")]
    [InlineData("en", 42, "Magma rises. It is lighter than the rock above.", "Magma rises. / It is lighter than the rock above.")]
    [InlineData("en", 42, "Gas slips out easily from runny lava, but sticky lava traps its gas until everything explodes at once in a cloud of ash.",
        "Gas slips out easily from runny lava, | but sticky lava traps its gas / until everything explodes | at once in a cloud of ash.")]
    [InlineData("en", 18, "Why does a quiet mountain explode?", "Why does a quiet | mountain explode?")]
    [InlineData("de", 42, "Der Druck steigt, weil das Gas nicht entweichen kann, und am Ende bricht die Kruste auf.",
        "Der Druck steigt, / weil das Gas nicht entweichen kann, | und am Ende bricht die Kruste auf.")]
    [InlineData("ar", 42, "لماذا تنفجر الجبال الهادئة فجأة؟", "لماذا تنفجر الجبال الهادئة فجأة؟")]
    public void Phrases_end_where_a_reader_would_pause(string language, int max, string text, string expected)
    {
        var words = Spoken(text.Split(' '), spaces: true);
        Assert.Equal(expected, Shown(CaptionPhrases.Break(words, language, max), words));
    }

    [Theory]
    [InlineData(20, "溶解 的 气体 变成 气泡， 就 像 打开 一瓶 香槟。", "溶解的气体变成气泡，就像打开一瓶香槟。")]
    [InlineData(20, "岩浆 上升 时， 压力 随之 下降， 溶解 的 气体 变成 了 气泡， 就 像 打开 一瓶 香槟。", "岩浆上升时，压力随之下降， | 溶解的气体变成了气泡，就像打开一瓶香槟。")]
    [InlineData(9, "溶解 的 气体 变成 气泡， 就 像 打开 一瓶 香槟。", "溶解的气体 | 变成气泡， / 就像打开一瓶香槟。")]
    public void Chinese_breaks_between_words_and_at_punctuation(int max, string text, string expected)
    {
        var words = Spoken(text.Split(' '), spaces: false);
        Assert.Equal(expected, Shown(CaptionPhrases.Break(words, "zh", max), words));
    }

    [Fact]
    public void A_word_longer_than_a_line_stands_alone()
    {
        var words = Spoken(["Die", "Donaudampfschifffahrtsgesellschaft", "fährt."], spaces: true);
        var phrases = CaptionPhrases.Break(words, "de", 18);
        Assert.Equal("Die / Donaudampfschifffahrtsgesellschaft / fährt.", Shown(phrases, words));
    }

    [Fact]
    public void No_words_make_no_phrases() => Assert.Empty(CaptionPhrases.Break([], "en", 42));

    [Property(MaxTest = 100)]
    public bool Every_word_is_shown_once_and_every_line_fits(int seed)
    {
        var random = new Random(seed);
        var words = Spoken([.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => new string('x', random.Next(1, 12)) + (random.Next(6) == 0 ? "." : random.Next(6) == 0 ? "," : ""))], spaces: true);
        var phrases = CaptionPhrases.Break(words, "en", 18);
        var next = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.First != next || phrase.Count < 1) return false;
            if (phrase.SecondLine is { } second && (second <= phrase.First || second >= phrase.End)) return false;
            if (phrase.Lines(words).Any(l => l.Length > 18)) return false;
            next = phrase.End;
        }
        return next == words.Count;
    }

    private static List<SpokenWord> Spoken(string[] words, bool spaces)
    {
        var spoken = new List<SpokenWord>();
        for (var i = 0; i < words.Length; i++) spoken.Add(new SpokenWord(words[i], i * WordSamples, ((i + 1) * WordSamples) - 1000, 0, 0, spaces));
        return spoken;
    }

    private static string Shown(IEnumerable<CaptionPhrase> phrases, IReadOnlyList<SpokenWord> words) => string.Join(" / ", phrases.Select(p => string.Join(" | ", p.Lines(words))));
}
