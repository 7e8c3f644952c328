using Reelsmith.Contracts;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Templates;

public sealed class MotionTests(Scenes scenes) : IClassFixture<Scenes>
{
    [Theory]
    [InlineData("title")]
    [InlineData("statement")]
    [InlineData("points")]
    [InlineData("number")]
    [InlineData("ending")]
    public async Task A_layer_that_says_it_has_not_changed_draws_the_same_and_never_outside_its_bounds(string template)
    {
        using var composition = await scenes.Compose(Scenes.Volcano(template), 240, 136);
        using var picture = composition.Finish();
        using var bitmap = new SKBitmap(new SKImageInfo(240, 136, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        foreach (var layer in picture.Layers)
        {
            byte[]? before = null;
            for (var frame = 0; frame < 130; frame++)
            {
                bitmap.Erase(SKColors.Transparent);
                layer.Draw(canvas, frame);
                if (before is not null && !layer.Changes(frame)) Assert.True(before.AsSpan().SequenceEqual(bitmap.Bytes), $"{layer.GetType().Name} at {frame}");
                before = bitmap.Bytes;
                using (new SKAutoCanvasRestore(canvas))
                {
                    canvas.ClipRect(layer.Bounds(frame));
                    canvas.Clear(SKColors.Transparent);
                }
                Assert.True(bitmap.GetPixelSpan().IndexOfAnyExcept((byte)0) < 0, $"{layer.GetType().Name} draws outside {layer.Bounds(frame)} at {frame}");
            }
        }
    }

    [Fact]
    public async Task The_same_scene_gives_the_same_pixels()
    {
        async Task<byte[]> Pixels()
        {
            using var composition = await scenes.Compose(Scenes.Volcano("illustration"), 240, 136);
            using var picture = composition.Finish();
            using var bitmap = Frame.Of(picture, 100);
            return bitmap.Bytes;
        }
        Assert.Equal(await Pixels(), await Pixels());
    }

    [Fact]
    public async Task Motion_takes_the_same_time_at_any_frame_rate()
    {
        var drawing = Scenes.Volcano("statement") with { Frames = 420 };
        var words = Scenes.Words(drawing.Narration);
        using var slow = await scenes.Composer.Compose(drawing with { NarrationStart = 10 }, words, new VideoFormat(240, 136, 30), 0, CancellationToken.None);
        using var fast = await scenes.Composer.Compose(drawing with { NarrationStart = 20 }, words, new VideoFormat(240, 136, 60), 0, CancellationToken.None);
        using var one = Frame.Of(slow, 60);
        using var other = Frame.Of(fast, 120);
        Assert.InRange(Frame.Difference(one, other).Mean, 0, 2);
    }

    [Fact]
    public async Task Items_land_on_their_spoken_words_and_one_is_lit_at_a_time()
    {
        var drawing = Scenes.Volcano("points");
        using var composition = await scenes.Compose(drawing, 240, 136);
        using var picture = composition.Finish();
        // "heat", "gas" and "the" are the second, sixth and twelfth words: a third of a second each, from frame 10.
        int[] landings = [10 + 1 * 10 - 4, 10 + 5 * 10 - 4, 10 + 11 * 10 - 4];
        var pops = picture.Layers.OfType<Pop>().Select(pop => Enumerable.Range(0, 200).First(frame => !pop.Bounds(frame).IsEmpty)).Distinct().ToArray();
        Assert.Equal(landings, pops);
        // The lit disc of the first item is gone once the second is lit.
        Assert.Equal(4, picture.Layers.OfType<Pop>().Count(pop => !pop.Bounds(100).IsEmpty) + picture.Layers.OfType<Pop>().Count(pop => !pop.Bounds(30).IsEmpty) - 1);
    }

    [Fact]
    public void The_spring_overshoots_a_little_and_is_set_after_half_a_second()
    {
        var scales = Enumerable.Range(0, 16).Select(frame => Easing.Pop(frame / 30.0)).ToArray();
        Assert.InRange(scales.Max(), 1.005, 1.04);
        Assert.Equal(1, scales[^1]);
        Assert.Equal(.70, scales[0]);
    }
}
