using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reelsmith.Video.Layout;

namespace Reelsmith.Video.Tests.Layout;

/// <summary>Fitting with a typewriter: every sign is 10 px wide at full size, a Chinese one 20.</summary>
public sealed class FittingTests
{
    private static float Measure(string line) => line.Sum(c => Scripts.IsCjk(c) ? 20f : 10f);

    private static FittedText Fit(string text, int width, int lines, int height = 1000, string language = "en", string? shortForm = null, float smallest = .3f, string[]? together = null) =>
        Fitting.Fit(text, shortForm, new TextRoom(width, height, lines, 50, smallest), language, Measure, together);

    private static string[] Lines(FittedText fitted) => [.. fitted.Lines.Select(line => line.Text)];

    [Theory]
    [InlineData("Why do volcanoes erupt?", 100, "Why do|volcanoes|erupt?")]
    [InlineData("Why is the sea salty?", 100, "Why is|the sea|salty?")]
    [InlineData("Gas is the trigger", 120, "Gas is|the trigger")]
    [InlineData("Magma rises because it is lighter than the rock above.", 170, "Magma rises|because it is|lighter than|the rock above.")]
    [InlineData("Three things set it off", 400, "Three things set it off")]
    [InlineData("Over 1,000 km away from home", 150, "Over 1,000 km|away from home")]
    [InlineData("He met Charles Darwin there", 190, "He met|Charles Darwin there")]
    public void Lines_are_balanced_and_no_word_that_leans_on_the_next_ends_one(string text, int width, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Fit(text, width, 4)));

    [Theory]
    [InlineData("岩浆上升时，压力随之下降。", 140, "岩浆上升时，|压力随之下降。")]
    [InlineData("气体才是导火索", 100, "气体才是|导火索")]
    [InlineData("他说：“火山醒了。”然后走了。", 180, "他说：“火山醒了。”|然后走了。")]
    public void Chinese_breaks_at_phrases_and_never_strands_punctuation(string text, int width, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Fit(text, width, 4, language: "zh", together: ["导火索", "气体", "才是"])));

    [Fact]
    public void A_text_that_is_too_long_shrinks_by_steps_before_it_takes_another_line()
    {
        var fitted = Fit("Seven words that nearly fit two lines", 175, 2);
        Assert.Equal(2, fitted.Lines.Count);
        Assert.Contains(fitted.Scale, new[] { .92f, .84f, .76f });
    }

    [Fact]
    public void The_short_form_is_taken_when_the_long_one_has_no_room()
    {
        var fitted = Fit("A very long headline about a great many things nobody asked for", 120, 1, height: 50, shortForm: "A short one");
        Assert.Equal("A short one", fitted.Text);
        Assert.Equal(["A short one"], Lines(fitted));
    }

    [Fact]
    public void A_word_wider_than_its_box_is_parted_with_a_hyphen_at_a_syllable()
    {
        var fitted = Fit("Donaudampfschifffahrtsgesellschaftskapitän", 130, 4, language: "de", smallest: .76f);
        Assert.True(fitted.Lines.Count > 1);
        Assert.All(fitted.Lines.SkipLast(1), line => Assert.EndsWith("-", line.Text));
        Assert.Equal("Donaudampfschifffahrtsgesellschaftskapitän", string.Concat(Lines(fitted)).Replace("-", "", StringComparison.Ordinal));
        Assert.All(fitted.Lines, line => Assert.True(line.Width <= 130.01f));
    }

    [Fact]
    public void What_fits_nowhere_is_cut_after_a_whole_word_and_never_with_an_ellipsis()
    {
        var text = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"word{i}"));
        var fitted = Fit(text, 200, 2, height: 100, smallest: .5f);
        Assert.StartsWith("word0 word1", fitted.Lines[0].Text, StringComparison.Ordinal);
        Assert.All(fitted.Lines.SelectMany(line => line.Text.Split(' ')), word => Assert.Contains(word, text.Split(' ')));
        Assert.DoesNotContain(fitted.Lines, line => line.Text.Contains('…') || line.Text.Contains("..", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_gives_no_lines(string text) => Assert.Empty(Fit(text, 100, 3).Lines);

    [Property(MaxTest = 300)]
    public Property Every_line_fits_and_no_text_is_lost_or_invented_where_there_is_room()
    {
        var letters = Gen.Elements("a", "the", "of", "lava", "1,350", "km", "mountain", "Vesuvius", "erupts,", "and", "火山", "在喷发。", "Zeit", "x");
        return Prop.ForAll(Arb.From(Gen.ListOf(letters)), Arb.From(Gen.Choose(60, 400)), Arb.From(Gen.Choose(1, 5)), (words, width, lines) =>
        {
            var text = string.Join(' ', words);
            var fitted = Fit(text, width, lines, height: 5000, smallest: .44f);
            Assert.All(fitted.Lines, line => Assert.True(line.Width <= width + .01f, line.Text));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(Lines(fitted)).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
            Assert.InRange(fitted.Scale, .44f, 1);
        });
    }

    [Property(MaxTest = 200)]
    public Property No_line_starts_with_closing_or_ends_with_opening_punctuation()
    {
        var signs = Gen.Elements("火", "山", "喷", "发", "，", "。", "（", "）", "「", "」", "？", "的", "了");
        return Prop.ForAll(Arb.From(Gen.ListOf(signs)), Arb.From(Gen.Choose(100, 300)), (parts, width) =>
        {
            // Runs of punctuation alone are no text.
            var text = "开" + string.Concat(parts.Where((part, i) => i == 0 || !"，。（）「」？".Contains(part[0]) || !"，。（）「」？".Contains(parts.ElementAt(i - 1)[0])));
            foreach (var line in Fit(text, width, 6, height: 5000, language: "zh").Lines)
            {
                Assert.DoesNotContain(line.Text[0], "，。）」？");
                if (!text.EndsWith(line.Text, StringComparison.Ordinal)) Assert.DoesNotContain(line.Text[^1], "（「");
            }
        });
    }
}
