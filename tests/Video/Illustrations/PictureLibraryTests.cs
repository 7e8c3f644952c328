using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Tests.Illustrations;

public sealed class PictureLibraryTests
{
    private static readonly PictureLibrary Library = new();

    [Theory]
    [InlineData("en", "volcano", "volcano")]
    [InlineData("en", "volcanoes", "volcano")]
    [InlineData("en", "magma", "volcano")]
    [InlineData("en", "gas", "bubbles")]
    [InlineData("en", "wolves", "wolf")]
    [InlineData("en", "mice", "mouse")]
    [InlineData("en", "leaves", "fallen-leaf")]
    [InlineData("en", "bank", "bank")]
    [InlineData("en", "bats", "bat")]
    [InlineData("en", "blood", "drop-of-blood")]
    [InlineData("en", "cells", "microbe")]
    [InlineData("en", "law", "balance-scale")]
    [InlineData("en", "heart", "anatomical-heart")]
    [InlineData("en", "paper", "page-facing-up")]
    [InlineData("en", "Silk Road", "camel")]
    [InlineData("en", "river bank", "national-park")]
    [InlineData("en", "solar panel", "sun")]
    [InlineData("zh", "火山", "volcano")]
    [InlineData("zh", "火山喷发", "volcano")]
    [InlineData("zh", "免疫系统", "syringe")]
    [InlineData("zh", "丝绸之路", "camel")]
    [InlineData("zh", "恐龙灭绝", "t-rex")]
    [InlineData("zh-TW", "火山", "volcano")]
    [InlineData("ja", "火山", "volcano")]
    [InlineData("ko", "화산은", "volcano")]
    [InlineData("de", "Vulkane", "volcano")]
    [InlineData("de", "Vulkanausbruch", "volcano")]
    [InlineData("de", "Mond", "full-moon")]
    [InlineData("de", "Geld", "money-bag")]
    [InlineData("de", "Kaffeetasse", "hot-beverage")]
    [InlineData("de-AT", "Bücher", "books")]
    [InlineData("fr", "volcans", "volcano")]
    [InlineData("fr", "mer", "water-wave")]
    [InlineData("fr", "abeilles", "honeybee")]
    [InlineData("es", "volcanes", "volcano")]
    [InlineData("es", "dinero", "money-bag")]
    [InlineData("ru", "вулканы", "volcano")]
    [InlineData("nn", "vulkan", "volcano")]
    [InlineData("xx", "volcano", "volcano")]
    public void A_keyword_finds_its_picture(string language, string keyword, string picture) =>
        Assert.Equal(picture, Library.Find([keyword], language).Select(m => m.Picture.Name).FirstOrDefault());

    [Theory]
    [InlineData("en", "thing")]
    [InlineData("en", "person")]
    [InlineData("en", "time")]
    [InlineData("en", "chest")]
    [InlineData("en", "mole")]
    [InlineData("en", "mercury")]
    [InlineData("en", "nail")]
    [InlineData("en", "happiness")]
    [InlineData("en", "black hole")]
    [InlineData("en", "Cancer")]
    [InlineData("en", "flag")]
    [InlineData("en", "qwertyuiop")]
    [InlineData("en", "")]
    [InlineData("en", "!?")]
    [InlineData("zh", "东西")]
    [InlineData("zh", "人们")]
    [InlineData("zh", "开心")]
    [InlineData("de", "Blut und Boden")]
    [InlineData("de", "Mensch")]
    [InlineData("fr", "homme")]
    public void A_word_that_no_picture_shows_finds_none(string language, string keyword) =>
        Assert.Empty(Library.Find([keyword], language));

    [Theory]
    [InlineData("turkey", "country")]
    [InlineData("mouse", "computer screen")]
    [InlineData("bat", "cricket")]
    public void An_ambiguous_word_is_passed_over_in_the_wrong_company(string word, string company)
    {
        Assert.Equal(word, Library.Find([word], "en")[0].Picture.Name);
        Assert.DoesNotContain(Library.Find([word, company], "en"), m => m.Picture.Name == word);
    }

    [Fact]
    public void French_fries_do_not_stand_for_the_French_Revolution() =>
        Assert.DoesNotContain(Library.Find(["French Revolution"], "en"), m => m.Picture.Name == "french-fries");

    [Fact]
    public void An_earlier_keyword_weighs_more() =>
        Assert.Equal(["rocket", "full-moon"], Library.Find(["rocket", "moon"], "en").Select(m => m.Picture.Name).Take(2));

    [Fact]
    public void The_same_words_give_the_same_pictures_in_the_same_order()
    {
        string[] words = ["ocean", "fish", "ship", "storm"];
        Assert.Equal(Library.Find(words, "en"), new PictureLibrary().Find(words, "en"));
    }

    [Fact]
    public void No_arrow_clock_face_flag_or_button_is_ever_found()
    {
        var names = Library.Pack.Pictures.Select(p => p.Name.Replace('-', ' ')).ToArray();
        PictureKind[] never = [PictureKind.Arrow, PictureKind.Button, PictureKind.Clock, PictureKind.Flag, PictureKind.Keycap, PictureKind.Shape];
        Assert.DoesNotContain(names.SelectMany(name => Library.Find([name], "en")), m => never.Contains(m.Picture.Kind));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("zh-Hant")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("it")]
    [InlineData("pt")]
    [InlineData("nl")]
    [InlineData("sv")]
    [InlineData("da")]
    [InlineData("nb")]
    [InlineData("fi")]
    [InlineData("pl")]
    [InlineData("cs")]
    [InlineData("sk")]
    [InlineData("hu")]
    [InlineData("ro")]
    [InlineData("bg")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("el")]
    [InlineData("tr")]
    [InlineData("ar")]
    [InlineData("fa")]
    [InlineData("he")]
    [InlineData("hi")]
    [InlineData("bn")]
    [InlineData("ta")]
    [InlineData("th")]
    [InlineData("vi")]
    [InlineData("id")]
    [InlineData("ms")]
    [InlineData("ja")]
    [InlineData("ko")]
    [InlineData("ca")]
    [InlineData("hr")]
    [InlineData("sr")]
    [InlineData("sl")]
    [InlineData("lt")]
    [InlineData("lv")]
    [InlineData("et")]
    public void Every_language_names_nearly_every_picture(string language)
    {
        var lines = IllustrationData.PackedLines($"keywords/{language}.br");
        Assert.NotNull(lines);
        Assert.Equal(Library.Pack.Pictures.Count, lines.Count);
        Assert.True(lines.Count(l => l.Length > 0) >= Library.Pack.Pictures.Count * 0.9, $"{lines.Count(l => l.Length > 0)} of {lines.Count}");
        var volcano = lines[Library.Pack["volcano"].Index].Split('|')[0];
        Assert.Equal("volcano", Library.Find([volcano], language)[0].Picture.Name);
    }

    [Fact]
    public void The_added_words_name_pictures_of_the_pack() =>
        Assert.All(["en", "zh"], language => Assert.True(AddedKeywords.Of(language).Count() > 500));
}
