using Reelsmith.Contracts;
using Reelsmith.Video.Templates;

namespace Reelsmith.Video.Tests.Templates;

public sealed class AiLabelTests
{
    [Theory]
    [InlineData("en", "Script", true, "Made with AI: script and voice")]
    [InlineData("en", "Text", true, "Made with AI: voice")]
    [InlineData("en", "Script", false, "Made with AI: script")]
    [InlineData("zh", "文案", true, "由 AI 生成：文案和配音")]
    [InlineData("de-AT", "Drehbuch", true, "Mit KI erstellt: Text und Stimme")]
    [InlineData("fi", "Script", true, "Made with AI: script and voice")]
    [InlineData("en", "Text", false, null)]
    public void The_label_names_exactly_what_was_generated(string language, string role, bool narrated, string? expected) =>
        Assert.Equal(expected, AiLabel.For([new Credit(role, "somebody")], language, narrated));
}
