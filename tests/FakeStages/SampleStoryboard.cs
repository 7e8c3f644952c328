using Reelsmith.Contracts;

namespace Reelsmith.Tests.FakeStages;

internal static class SampleStoryboard
{
    public static Storyboard Of(int scenes, Func<int, Transition?>? transition = null) => new()
    {
        Title = "A sample",
        Language = "en",
        Style = new Style { Voice = "someone", Music = "calm" },
        Scenes = [.. Enumerable.Range(0, scenes).Select(n => new Scene
        {
            Narration = $"This is what scene {n} says.",
            Visual = new Visual { Template = Template.Statement, Headline = $"Scene {n}" },
            Transition = transition is null ? Transition.Ridge : transition(n),
        })],
    };
}
