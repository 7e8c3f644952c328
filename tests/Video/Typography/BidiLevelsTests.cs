using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Tests.Typography;

public sealed class BidiLevelsTests
{
    // Capitals stand for Hebrew letters, as in UAX #9.
    [Theory]
    [InlineData("car means CAR.", 0, "00000000001110")]
    [InlineData("ABC 123", 1, "1111222")]
    [InlineData("ABC 1,234.5%", 1, "111122222222")]
    [InlineData("ABC 12-5 DEF", 1, "111122221111")]
    [InlineData("ABC car DEF", 1, "11112221111")]
    [InlineData("he said \"ABC 12, DEF\"", 0, "000000000111122111110")]
    [InlineData("ABC (car)", 1, "111112221")]
    [InlineData("ABC  ", 0, "11100")]
    public void Levels_follow_UAX_9(string text, int baseLevel, string expected)
    {
        var hebrew = string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(0x05D0 + (c - 'A')) : c));
        Assert.Equal(expected, string.Concat(BidiLevels.Of(hebrew, baseLevel)));
    }

    [Fact]
    public void Runs_are_reversed_by_level()
    {
        Assert.Equal([0, 1, 2], BidiLevels.VisualOrder([0, 1, 0]));
        Assert.Equal([2, 1, 0], BidiLevels.VisualOrder([1, 2, 1]));
        Assert.Equal([3, 1, 2, 0], BidiLevels.VisualOrder([1, 2, 2, 1]));
    }
}
