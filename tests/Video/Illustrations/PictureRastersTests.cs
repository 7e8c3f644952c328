using Reelsmith.Hosting;
using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Tests.Illustrations;

public sealed class PictureRastersTests : IDisposable
{
    private readonly DataFolder _data = new(Directory.CreateTempSubdirectory("pictures").FullName);

    [Fact]
    public async Task A_raster_is_as_large_as_asked_and_not_empty()
    {
        using var rasters = new PictureRasters(_data);
        using var image = await rasters.Raster(PicturePack.Default["volcano"], 77, TestContext.Current.CancellationToken);
        Assert.Equal((77, 77), (image.Width, image.Height));
        using var pixels = image.PeekPixels();
        Assert.Equal(255, pixels.GetPixelColor(38, 60).Alpha);
    }

    public void Dispose() => Directory.Delete(_data.Root, recursive: true);
}
