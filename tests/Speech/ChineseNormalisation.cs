using Reelsmith.Speech.Normalisation;

namespace Reelsmith.Speech.Tests;

public sealed class ChineseNormalisation
{
    [Theory]
    [InlineData("共1350座", "共一千三百五十座")]
    [InlineData("在2005年", "在二零零五年")]
    [InlineData("占75%！", "占百分之七十五")]
    [InlineData("约3.2亿", "约三点二亿")]
    [InlineData("高10,008米", "高一万零八米")]
    [InlineData("气温-5℃", "气温负五摄氏度")]
    [InlineData("面积500km²", "面积五百平方公里")]
    [InlineData("约10-20人", "约十到二十人")]
    [InlineData("有2个人，第2个", "有两个人第二个")]
    [InlineData("１２月", "十二月")]
    [InlineData("电话13800138000", "电话一三八零零一三八零零零")]
    [InlineData("上午8:05", "上午八点五分")]
    [InlineData("占3/4", "占四分之三")]
    [InlineData("NASA发现了火山", "NASA发现了火山")]
    public void Numbers_are_said_in_Chinese(string text, string said) =>
        Assert.Equal(said, string.Concat(Words(text).Select(word => word.Said)));

    [Fact]
    public void Words_are_one_to_four_characters_with_their_punctuation_and_no_spaces()
    {
        var words = Words("“火山”是地球表面的开口（很热）。地球上大约有1350座活火山，对吗？");

        Assert.All(words, word => Assert.InRange(word.Shown.Count(char.IsLetterOrDigit), 1, 4));
        Assert.All(words, word => Assert.False(word.SpaceAfter));
        Assert.Equal("“火山”", words[0].Shown);
        Assert.Equal("“火山”是地球表面的开口（很热）。地球上大约有1350座活火山，对吗？", string.Concat(words.Select(word => word.Shown)));
        Assert.Equal(2, SpeechNormaliser.Sentences("地球很热。火山很多，对吗？", "zh").Count);
    }

    private static List<SpeechWord> Words(string text) => [.. SpeechNormaliser.Sentences(text, "zh").SelectMany(sentence => sentence.Words)];
}
