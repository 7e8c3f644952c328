using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Video.Illustrations;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Illustrations;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class PictureRastersTests : IDisposable
{
    private readonly DataFolder _data = new(Directory.CreateTempSubdirectory("pictures").FullName);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_pictures_of_all_sorts_are_as_large_as_asked_and_fill_their_box()
    {
        using var rasters = new PictureRasters(_data);
        foreach (var picture in PicturePack.Default.Pictures.Where((_, i) => i % 54 == 7))
        {
            using var image = await rasters.Raster(picture, 64, Cancelled);
            Assert.Equal((64, 64), (image.Width, image.Height));
            var box = VisibleBox(image);
            Assert.Equal(picture.Box.Left, box.Left / 64f, 0.05f);
            Assert.Equal(picture.Box.Right, box.Right / 64f, 0.05f);
            Assert.Equal(picture.Box.Bottom, box.Bottom / 64f, 0.05f);
        }
    }

    [Fact]
    public async Task A_picture_that_is_not_square_stays_within_its_square()
    {
        using var rasters = new PictureRasters(_data);
        using var image = await rasters.Raster(PicturePack.Default["bomb"], 99, Cancelled);
        Assert.Equal((99, 99), (image.Width, image.Height));
    }

    [Fact]
    public async Task The_umbrella_whose_gradient_librsvg_refuses_is_mended()
    {
        using var rasters = new PictureRasters(_data);
        using var image = await rasters.Raster(PicturePack.Default["umbrella"], 48, Cancelled);
        Assert.True(VisibleBox(image).Width > 30);
    }

    [Fact]
    public async Task Callers_at_once_have_one_raster_drawn_once()
    {
        using var rasters = new PictureRasters(_data, Counting(out var runs));
        var images = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rasters.Raster(PicturePack.Default["rocket"], 40, Cancelled)));
        foreach (var image in images) image.Dispose();
        Assert.Single(await File.ReadAllLinesAsync(runs, Cancelled));
    }

    [Fact]
    public async Task What_another_process_drew_is_read_from_the_disk()
    {
        using (var first = new PictureRasters(_data)) (await first.Raster(PicturePack.Default["rocket"], 40, Cancelled)).Dispose();
        using var second = new PictureRasters(_data, "no-such-program");
        using var image = await second.Raster(PicturePack.Default["rocket"], 40, Cancelled);
        Assert.True(VisibleBox(image).Width > 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(700)]
    public async Task A_damaged_file_is_drawn_again(int keptBytes)
    {
        using (var first = new PictureRasters(_data)) (await first.Raster(PicturePack.Default["rocket"], 40, Cancelled)).Dispose();
        var file = Assert.Single(Directory.GetFiles(_data.Cache, "*", SearchOption.AllDirectories));
        var whole = await File.ReadAllBytesAsync(file, Cancelled);
        await File.WriteAllBytesAsync(file, whole[..keptBytes], Cancelled);
        using var second = new PictureRasters(_data);
        (await second.Raster(PicturePack.Default["rocket"], 40, Cancelled)).Dispose();
        Assert.Equal(whole, await File.ReadAllBytesAsync(file, Cancelled));
    }

    [Fact]
    public async Task Without_librsvg_the_failure_says_what_to_install()
    {
        using var rasters = new PictureRasters(_data, "no-such-program");
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => rasters.Raster(PicturePack.Default["rocket"], 40, Cancelled))).Failure;
        Assert.Equal(("rsvg_missing", FailureKind.Unavailable), (failure.Code, failure.Kind));
        Assert.Contains("apt install librsvg2-bin", failure.Hint);
    }

    [Fact]
    public void Bitmaps_in_memory_stay_within_their_limit_and_the_oldest_goes_first()
    {
        var cache = new RasterCache(100);
        foreach (var key in new[] { "a", "b", "c" }) cache.Add(key, new byte[40]);
        Assert.Null(cache.Find("a"));
        Assert.NotNull(cache.Find("b"));
        cache.Add("d", new byte[40]);
        Assert.NotNull(cache.Find("b"));
        Assert.Null(cache.Find("c"));
        Assert.Equal(80, cache.Bytes);
    }

    public void Dispose() => Directory.Delete(_data.Root, recursive: true);

    /// <summary>A program that notes each run and then does what librsvg does.</summary>
    private string Counting(out string runs)
    {
        runs = Path.Combine(_data.Root, "runs");
        var script = Path.Combine(_data.Root, "counting-rsvg");
        File.WriteAllText(script, $"#!/bin/sh\necho run >> '{runs}'\nexec rsvg-convert \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    private static SKRectI VisibleBox(SKImage image)
    {
        using var pixels = image.PeekPixels();
        var box = SKRectI.Empty;
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                if (pixels.GetPixelColor(x, y).Alpha < 24) continue;
                var pixel = new SKRectI(x, y, x + 1, y + 1);
                box = box.IsEmpty ? pixel : SKRectI.Union(box, pixel);
            }
        }
        return box;
    }
}
