using Reelsmith.Contracts;
using Reelsmith.Video.Captions;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Captions;

public sealed class CaptionLayerTests
{
    private static readonly Fonts Fonts = new();
    private static readonly VideoFormat Format = VideoFormat.Default;
    private static readonly SKColor Ground = new(21, 12, 44);
    private static readonly SKColor Pill = new(0xFF, 0xC2, 0x4B);
    private static readonly CaptionLook Wide = new(new SKRectI(260, 888, 1660, 1032), true, false, new TextStyle(Typeface.Text, 700, 52, -0.01f, 0.12f), 70, 42,
        SKColors.White, new SKColor(0xB6, 0xA9, 0xCC), new SKColor(0x1B, 0x0E, 0x2E), Pill, false, 1);

    [Fact]
    public void The_pill_is_on_each_word_by_its_onset()
    {
        var words = Words("Magma rises because it is lighter.", samplesEach: 16_000);
        var drawing = Drawing(words, "en");
        var layers = CaptionLayer.Of(drawing, words, Format, Wide, Fonts);
        using var frame = new BgraFrame(1920, 1080);
        using var picture = new ScenePicture(Pictures.Plain(1920, 1080, Ground), [.. layers]);
        var compositor = new Compositor(picture, frame);
        var line = Fonts.Shape("Magma rises because it is lighter.", Wide.Style, "en");
        var x = MathF.Round(960 - (line.Width / 2));
        for (var f = 0; f < 100; f++)
        {
            compositor.Draw(f, new DirtyRegion());
            var word = (f - 20) / 10;
            if (f < 20 || word > 5 || (f - 20) % 10 != 0) continue;
            var text = words.Words[word].Text;
            var (left, right) = line.Extent(words.Words.Take(word).Sum(w => w.Text.Length + 1), text.Length);
            var (pillLeft, pillRight) = PillEdges(frame);
            Assert.Equal(x + left - 10, pillLeft, 2f);
            Assert.Equal(x + right + 10, pillRight, 2f);
        }
    }

    [Fact]
    public void The_caption_is_gone_before_the_scene_ends()
    {
        var words = Words("Magma rises.", samplesEach: 40_000);
        var drawing = Drawing(words, "en") with { Frames = 72 };
        var layers = CaptionLayer.Of(drawing, words, Format, Wide, Fonts);
        Assert.False(layers[0].Bounds(67).IsEmpty);
        for (var f = 68; f < 72; f++) Assert.All(layers, l => Assert.True(l.Bounds(f).IsEmpty));
    }

    [Fact]
    public void Only_the_line_in_which_something_happens_is_drawn_again()
    {
        var words = Words("Why does a quiet mountain suddenly explode today?", samplesEach: 16_000);
        var layers = CaptionLayer.Of(Drawing(words, "en"), words, Format, Wide, Fonts);
        Assert.True(layers[0].Changes(28));
        Assert.False(layers[1].Changes(28));
        Assert.False(layers[0].Changes(25));
        Assert.True(layers[0].Bounds(30).Bottom <= 962 + 10);
        Assert.True(layers[1].Bounds(30).Top >= 950);
    }

    [Fact]
    public void Changes_tells_the_truth_about_every_frame()
    {
        var words = Words("Why does a quiet mountain, after years, suddenly explode? Nobody knows why.", samplesEach: 13_000);
        var drawing = Drawing(words, "en") with { Frames = 200 };
        using var whole = new ScenePicture(Pictures.Plain(1920, 1080, Ground), [.. CaptionLayer.Of(drawing, words, Format, Wide, Fonts)]);
        using var parts = new ScenePicture(Pictures.Plain(1920, 1080, Ground), [.. CaptionLayer.Of(drawing, words, Format, Wide, Fonts)]);
        using var kept = new BgraFrame(1920, 1080);
        using var fresh = new BgraFrame(1920, 1080);
        var compositor = new Compositor(parts, kept);
        for (var f = 0; f < 200; f++)
        {
            compositor.Draw(f, new DirtyRegion());
            if (f % 7 > 1) continue;
            new Compositor(whole, fresh).Draw(f, new DirtyRegion());
            Assert.True(CaptionRows(fresh).SequenceEqual(CaptionRows(kept)), $"frame {f}");
        }
    }

    [Fact]
    public void Chinese_punctuation_stays_outside_the_pill()
    {
        var words = new WordTimings([new("气泡，", 0, 20_000, 0, 3, false), new("香槟。", 20_000, 40_000, 3, 3, false)]);
        var look = Wide with { MaxCharacters = 20 };
        var layers = CaptionLayer.Of(Drawing(words, "zh"), words, Format, look, Fonts);
        using var frame = new BgraFrame(1920, 1080);
        using var picture = new ScenePicture(Pictures.Plain(1920, 1080, Ground), [.. layers]);
        new Compositor(picture, frame).Draw(26, new DirtyRegion());
        var line = Fonts.Shape("气泡，香槟。", look.Style, "zh");
        var x = MathF.Round(960 - (line.Width / 2));
        var (left, right) = PillEdges(frame);
        Assert.Equal(x - 5, left, 2f);
        Assert.Equal(x + line.Extent(0, 2).Right + 5, right, 2f);
    }

    [Fact]
    public void In_Arabic_the_first_word_stands_right_of_the_second()
    {
        var words = Words("لماذا تثور البراكين؟", samplesEach: 16_000);
        var layers = CaptionLayer.Of(Drawing(words, "ar"), words, Format, Wide with { RightToLeft = true }, Fonts);
        using var picture = new ScenePicture(Pictures.Plain(1920, 1080, Ground), [.. layers]);
        using var frame = new BgraFrame(1920, 1080);
        new Compositor(picture, frame).Draw(22, new DirtyRegion());
        var first = PillEdges(frame);
        new Compositor(picture, frame).Draw(32, new DirtyRegion());
        var second = PillEdges(frame);
        Assert.True(first.Left > second.Right - 25);
    }

    [Fact]
    public void A_word_too_long_for_the_zone_is_made_smaller()
    {
        var words = Words("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", samplesEach: 60_000);
        var layers = CaptionLayer.Of(Drawing(words, "de"), words, Format, Wide, Fonts);
        Assert.InRange(layers[0].Bounds(30).Width, 1000, 1440);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 0.8)]
    [InlineData(13, 0)]
    public void The_pill_holds_in_a_pause_and_then_fades(int framesAfterEnd, double alpha)
    {
        var times = new CaptionTimes(new WordTimings([new("a", 0, 16_000, 0, 1), new("b", 96_000, 100_000, 2, 1)]), 0, 200, Format);
        Assert.Equal(alpha, times.PillAlpha(10 + framesAfterEnd, 0), 0.01);
    }

    private static (float Left, float Right) PillEdges(BgraFrame frame)
    {
        int left = int.MaxValue, right = 0;
        for (var y = 888; y < 1032; y++)
        {
            for (var x = 0; x < 1920; x++)
            {
                if (!IsPill(frame, x, y)) continue;
                left = Math.Min(left, x);
                right = Math.Max(right, x + 1);
            }
        }
        return (left, right);
    }

    private static unsafe bool IsPill(BgraFrame frame, int x, int y)
    {
        var pixel = frame.Pixels + (y * frame.Stride) + (x * 4);
        return pixel[2] == Pill.Red && pixel[1] == Pill.Green && pixel[0] == Pill.Blue;
    }

    private static unsafe ReadOnlySpan<byte> CaptionRows(BgraFrame frame) => new(frame.Pixels + (880 * frame.Stride), frame.Stride * 160);

    private static WordTimings Words(string text, int samplesEach) =>
        new([.. text.Split(' ').Select((w, i) => new SpokenWord(w, i * samplesEach, ((i + 1) * samplesEach) - 1000, 0, w.Length))]);

    private static SceneDrawing Drawing(WordTimings words, string language) => new(0, new Visual { Template = Template.Statement }, Transition.Cut, new Style(), language,
        string.Join(' ', words.Words.Select(w => w.Text)), new ArtifactRef(new string('0', 64), "json", 1), 20, 400, false);
}
