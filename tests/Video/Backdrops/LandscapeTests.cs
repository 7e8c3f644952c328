using Reelsmith.Contracts;
using Reelsmith.Video.Backdrops;
using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Backdrops;

public sealed class LandscapeTests
{
    public static TheoryData<int, int> Sizes => new() { { 1920, 1080 }, { 1080, 1920 }, { 1080, 1080 }, { 1080, 1350 }, { 640, 360 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_ground_leaves_content_and_captions_alone_whatever_the_seed(int width, int height)
    {
        var grid = new Grid(new VideoFormat(width, height, 30), rightToLeft: false);
        for (var seed = 0; seed < 50; seed++)
        {
            var ground = Landscape.Horizon(grid, new Random(seed), new SKPoint(1404, 480), 270, 0).Ground;
            for (var x = grid.Frame.Left; x < grid.Frame.Right; x += 10)
                Assert.InRange(ground.Y(x), grid.Crest - 14, Math.Min(grid.Crest + 14, grid.Captions.Top));
        }
    }

    [Fact]
    public void Scenes_with_other_seeds_have_other_hills_and_the_same_seed_the_same()
    {
        var grid = new Grid(VideoFormat.Default, rightToLeft: false);
        Ridge Hill(int seed) => Landscape.Horizon(grid, new Random(seed), new SKPoint(1404, 480), 270, 0).Hills[0];
        Assert.Equal(Hill(3), Hill(3));
        Assert.NotEqual(Hill(3), Hill(4));
    }

    [Fact]
    public void The_lowest_crest_of_a_stretch_is_not_above_any_of_its_points()
    {
        var ridge = new Ridge(742, 34, 1, 2.3, 1, 2);
        var lowest = ridge.LowestBetween(900, 1500);
        for (var x = 900f; x <= 1500; x += 7) Assert.True(ridge.Y(x) <= lowest + .5f);
    }
}
