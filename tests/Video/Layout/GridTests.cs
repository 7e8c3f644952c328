using Reelsmith.Contracts;
using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Layout;

public sealed class GridTests
{
    [Theory]
    [InlineData(1920, 1080, "Wide")]
    [InlineData(1792, 1024, "Wide")]
    [InlineData(640, 360, "Wide")]
    [InlineData(3840, 2160, "Wide")]
    [InlineData(1440, 1080, "Wide")]
    [InlineData(1080, 1080, "Square")]
    [InlineData(1080, 1350, "Portrait")]
    [InlineData(1080, 1920, "Tall")]
    [InlineData(720, 1280, "Tall")]
    public void Every_size_has_a_canvas_whose_zones_lie_inside_the_frame(int width, int height, string shape)
    {
        var grid = new Grid(new VideoFormat(width, height, 30), rightToLeft: false);
        Assert.Equal(shape, grid.Shape.ToString());
        Assert.True(SKRectI.Create(0, 0, width, height).Contains(grid.ToFrame(grid.Content)));
        Assert.True(SKRectI.Create(0, 0, width, height).Contains(grid.ToFrame(grid.Captions)));
        Assert.True(grid.Frame.Contains(new SKRect(0, 0, grid.Canvas.Width, grid.Canvas.Height)));
        Assert.True(grid.Content.Bottom <= grid.Crest && grid.Crest < grid.Captions.Top);
    }

    [Fact]
    public void Right_to_left_mirrors_text_in_its_zone_and_scenery_in_the_canvas()
    {
        var grid = new Grid(VideoFormat.Default, rightToLeft: true);
        Assert.Equal(new SKRect(920, 0, 1792, 10), grid.TextBox(128, 0, 1000, 10));
        Assert.Equal(516, grid.SceneryX(1404));
    }
}
