using Reelsmith.Contracts;

namespace Reelsmith.Contracts.Tests.Captions;

public sealed class CaptionPhrasesTests
{
    [Fact]
    public void Phrases_end_with_sentences_and_before_conjunctions()
    {
        var words = Spoken("Magma is lighter than rock. It rises slowly through the crust of the earth and gathers in chambers a few kilometres down, where it waits.");

        var phrases = CaptionPhrases.Break(words, "en", 42).Select(p => string.Join('|', p.Lines(words))).ToArray();

        Assert.Equal("Magma is lighter than rock.", phrases[0]);
        Assert.All(phrases, p => Assert.DoesNotMatch(" (and|the|a|of)$", p));
    }

    [Theory]
    [InlineData(42)]
    [InlineData(18)]
    public void Lines_fit_and_every_word_is_shown_once(int characters)
    {
        var words = Spoken("Three things decide how it comes out: the gas in it, how thick it is, and the pressure above; no one can say when, but we can say where, because the mountain swells.");

        var phrases = CaptionPhrases.Break(words, "en", characters);

        Assert.Equal(Enumerable.Range(0, words.Length), phrases.SelectMany(p => Enumerable.Range(p.First, p.Count)));
        Assert.All(phrases.SelectMany(p => p.Lines(words)), line => Assert.True(line.Length <= characters, line));
        Assert.All(phrases, p => Assert.InRange(p.Lines(words).Count, 1, 2));
        Assert.All(phrases.Where(p => p.SecondLine == p.End - 1), p => Assert.True(p.Lines(words)[1].Trim('.', ',').Length > 3));
    }

    [Fact]
    public void Chinese_has_no_spaces_and_breaks_at_its_punctuation()
    {
        string[] parts = ["火山", "为什么", "会", "喷发？", "因为", "地下", "的", "岩浆", "比", "岩石", "轻，", "所以", "慢慢", "上升。"];
        var words = parts.Select((w, i) => new SpokenWord(w, i * 10_000L, (i + 1) * 10_000L, 0, w.Length, SpaceAfter: false)).ToArray();

        var phrases = CaptionPhrases.Break(words, "zh", 20);

        Assert.Equal(["火山为什么会喷发？", "因为地下的岩浆比岩石轻，所以慢慢上升。"], phrases.Select(p => string.Concat(p.Lines(words))));
    }

    [Fact]
    public void A_word_longer_than_a_line_stands_alone()
    {
        var words = Spoken("a Donaudampfschifffahrtsgesellschaftskapitän sails");

        Assert.Contains(CaptionPhrases.Break(words, "de", 18), p => p.Count == 1 && words[p.First].Text.Length > 18);
    }

    private static SpokenWord[] Spoken(string text) => [.. text.Split(' ').Select((w, i) => new SpokenWord(w, i * 20_000L, (i * 20_000L) + 19_000, 0, w.Length))];
}
