using Reelsmith.Composer.Preview;

namespace Reelsmith.Composer.Tests;

public sealed class SegmentCutTests
{
    [Theory]
    [InlineData("0", 45, "0+1=45")]
    [InlineData("0 60", 120, "0+2=120")]
    [InlineData("0 60 120", 150, "0+2=120 2+1=30")]
    [InlineData("100 160 171 231", 300, "0+2=71 2+1=60 3+1=69")] // key frames where the picture changes
    [InlineData("0 150", 160, "0+1=150 1+1=10")]
    public void Fragments_are_gathered_up_to_four_seconds(string starts, int end, string cuts) =>
        Assert.Equal(cuts, string.Join(' ', SegmentCut.Of([.. starts.Split(' ').Select(int.Parse)], end, 120).Select(cut => $"{cut.First}+{cut.Fragments}={cut.Frames}")));
}
