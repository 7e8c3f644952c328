using FsCheck.Xunit;
using Reelsmith.Video.Frames;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Frames;

public sealed class DirtyRegionTests
{
    [Property(MaxTest = 200)]
    public bool Every_added_pixel_stays_in_a_few_rectangles(int seed)
    {
        var random = new Random(seed);
        var region = new DirtyRegion();
        var added = new List<SKRectI>();
        for (var i = 0; i < 30; i++)
        {
            var rect = SKRectI.Create(random.Next(1900), random.Next(1000), random.Next(1, 300), random.Next(1, 300));
            added.Add(rect);
            region.Add(rect);
        }
        return region.Rects.Count <= 8 && added.All(a => region.Rects.Any(r => r.Contains(a)));
    }

    [Fact]
    public void Neighbours_are_merged_and_far_ones_are_not()
    {
        var region = new DirtyRegion();
        region.Add(SKRectI.Create(0, 0, 100, 100));
        region.Add(SKRectI.Create(100, 0, 100, 100));
        region.Add(SKRectI.Create(1000, 900, 50, 50));
        region.Add(SKRectI.Create(0, 0, 0, 50));
        Assert.Equal([SKRectI.Create(0, 0, 200, 100), SKRectI.Create(1000, 900, 50, 50)], region.Rects);
    }
}
