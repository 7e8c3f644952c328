using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Typography;

public sealed class FontsTests
{
    private static readonly Fonts Fonts = new();
    private static readonly TextStyle Headline = new(Typeface.Display, 800, 100, -0.022f);
    private static readonly TextStyle Body = new(Typeface.Text, 500, 46, -0.011f);

    [Fact]
    public void A_missing_font_names_the_package_to_install()
    {
        using var nothing = new Fonts([Path.Combine(Path.GetTempPath(), "no-fonts-here")]);
        var e = Assert.Throws<Contracts.ReelsmithException>(() => nothing.Shape("a", Body, "en"));
        Assert.Equal("font_missing", e.Failure.Code);
        Assert.Contains("apt install fonts-inter fonts-vollkorn", e.Failure.Hint);
    }

    [Theory]
    [InlineData("en", "Why do volcanoes erupt?")]
    [InlineData("zh", "气体才是导火索，2024 年")]
    [InlineData("ja", "火山はなぜ噴火するのか")]
    [InlineData("ko", "화산은 왜 폭발하는가")]
    [InlineData("ar", "لماذا تثور البراكين؟")]
    [InlineData("he", "למה הרי געש מתפרצים?")]
    [InlineData("hi", "ज्वालामुखी क्यों फटते हैं?")]
    [InlineData("th", "ทำไมภูเขาไฟจึงระเบิด")]
    [InlineData("ru", "Почему извергаются вулканы?")]
    [InlineData("el", "Γιατί εκρήγνυνται;")]
    [InlineData("en", "Fire 🔥 and ❤️ and 👩‍🚀 → ½ ∑ ★")]
    public void No_text_is_set_in_boxes(string language, string text)
    {
        foreach (var face in Enum.GetValues<Typeface>())
        {
            var line = Fonts.Shape(text, Body with { Typeface = face }, language);
            Assert.DoesNotContain((ushort)0, line.Glyphs);
            Assert.True(line.Width > 200);
        }
    }

    [Fact]
    public void A_character_that_no_font_has_is_left_out()
    {
        var line = Fonts.Shape("a\U0010FFF0b", Body, "en");
        Assert.Equal(2, line.Glyphs.Count());
    }

    [Fact]
    public void Kerning_and_spacing_change_the_width()
    {
        var kerned = Fonts.Shape("AVAVAV", Headline with { LetterSpacing = 0 }, "en");
        var apart = "AVAVAV".Sum(c => Fonts.Shape(c.ToString(), Headline with { LetterSpacing = 0 }, "en").Width);
        Assert.True(kerned.Width < apart - 10);
        var tight = Fonts.Shape("AVAVAV", Headline, "en");
        Assert.Equal(kerned.Width - (5 * 0.022f * 100), tight.Width, 0.01f);
        var wide = Fonts.Shape("a b c", Headline with { WordSpacing = 0.5f }, "en");
        Assert.Equal(Fonts.Shape("a b c", Headline, "en").Width + 100, wide.Width, 0.01f);
    }

    [Fact]
    public void Tabular_figures_have_one_width()
    {
        var tabular = Headline with { TabularFigures = true };
        Assert.Equal(Fonts.Shape("1111", tabular, "en").Width, Fonts.Shape("0808", tabular, "en").Width, 0.01f);
        Assert.NotEqual(Fonts.Shape("1111", Headline, "en").Width, Fonts.Shape("0808", Headline, "en").Width, 0.5f);
    }

    [Fact]
    public void A_quarter_em_stands_between_Han_and_Latin()
    {
        var plain = Body with { LetterSpacing = 0 };
        var together = Fonts.Shape("有5个", plain, "zh").Width;
        var parts = Fonts.Shape("有", plain, "zh").Width + Fonts.Shape("5", plain, "zh").Width + Fonts.Shape("个", plain, "zh").Width;
        Assert.Equal(parts + (2 * 0.25f * 46), together, 0.1f);
    }

    [Fact]
    public void Extents_find_a_word_in_its_line()
    {
        var line = Fonts.Shape("Why do volcanoes erupt?", Headline, "en");
        var (left, right) = line.Extent(7, 9);
        Assert.Equal(line.XOf(7), left, 0.01f);
        Assert.InRange(right, left + 400, line.XOf(17));
        var ink = line.Ink(7, 9);
        Assert.InRange(ink.Left, left - 4, left + 10);
        Assert.InRange(ink.Right, right - 10, right + 4);
    }

    [Fact]
    public void Arabic_runs_to_the_left_and_numbers_in_it_to_the_right()
    {
        const string text = "عام 1991 ثار";
        var line = Fonts.Shape(text, Body, "ar");
        Assert.True(line.RightToLeft);
        Assert.True(line.Extent(0, 3).Left > line.Extent(4, 4).Right);
        Assert.True(line.Extent(4, 1).Left < line.Extent(7, 1).Left);
        Assert.True(line.Extent(9, 3).Right < line.Extent(4, 4).Left);
        Assert.Equal(line.Width, line.XOf(0), 0.5f);
    }

    [Fact]
    public void Figures_of_Vollkorn_stand_on_the_baseline()
    {
        var line = Fonts.Shape("3457", new TextStyle(Typeface.Serif, 600, 100), "en");
        Assert.InRange(line.InkBounds.Bottom, -5, 5);
    }

    [Fact]
    public void The_weight_asked_for_is_the_weight_drawn()
    {
        static long Black(int weight)
        {
            using var bitmap = new SKBitmap(400, 200);
            using var canvas = new SKCanvas(bitmap);
            canvas.Clear(SKColors.Black);
            using var paint = new SKPaint { Color = SKColors.White };
            Fonts.Shape("HEHE", Body with { Weight = weight, Size = 100 }, "en").Draw(canvas, 10, 150, paint);
            return bitmap.GetPixelSpan().ToArray().Sum(b => (long)b);
        }
        Assert.True(Black(400) < Black(500));
        Assert.True(Black(500) < Black(700));
        Assert.True(Black(700) < Black(900));
    }

    [Fact]
    public void Drawing_a_line_in_pieces_gives_the_same_pixels()
    {
        using var whole = new SKBitmap(700, 100);
        using var pieces = new SKBitmap(700, 100);
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var line = Fonts.Shape("Magma is lighter than rock", Body, "en");
        using (var canvas = new SKCanvas(whole)) line.Draw(canvas, 10, 60, paint);
        using (var canvas = new SKCanvas(pieces))
        {
            line.DrawRange(canvas, 0, 9, 10, 60, paint);
            line.DrawRange(canvas, 9, 17, 10, 60, paint);
        }
        Assert.True(whole.GetPixelSpan().SequenceEqual(pieces.GetPixelSpan()));
    }

    [Fact]
    public void Text_can_be_set_on_many_threads_at_once()
    {
        using var fonts = new Fonts();
        var widths = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(i => fonts.Shape($"Words {i % 4} 火山 عام", Body, "en").Width).ToArray();
        Assert.Equal(4, widths.Distinct().Count());
    }
}
