using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed class TopicExplainerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Why do volcanoes erupt?")]
    public void A_known_topic_is_explained(string prompt)
    {
        var explanation = new TopicExplainer(InstalledWordNet.Database).Explain(prompt, "en", 60);
        Assert.NotNull(explanation);
        foreach (var part in explanation.Parts) output.WriteLine($"{part.Kind}: {string.Join(' ', part.Narration)}");
        Assert.Equal(ExplanationPartKind.Opening, explanation.Parts[0].Kind);
        Assert.Equal(ExplanationPartKind.Closing, explanation.Parts[^1].Kind);
    }
}
