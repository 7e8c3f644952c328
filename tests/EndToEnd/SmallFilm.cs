using Reelsmith.Contracts;

namespace Reelsmith.EndToEnd.Tests;

/// <summary>A film of four short scenes, drawn small so that tests are quick.</summary>
internal static class SmallFilm
{
    public static readonly string[] Size = ["--size", "320x180", "--fps", "15"];

    public static Storyboard Storyboard { get; } = new()
    {
        Title = "A small film",
        Language = "en",
        Style = new Style { Mood = "ocean", Music = "calm" },
        Scenes =
        [
            Scene("The sea is salt.", new Visual { Template = Template.Title, Headline = "The sea is salt", Keywords = ["sea", "wave"] }, Transition.Cut),
            Scene("Rivers carry salt down.", new Visual { Template = Template.Statement, Headline = "Rivers carry salt" }, Transition.Dive),
            Scene("A whale drinks nothing.", new Visual { Template = Template.Illustration, Headline = "A whale drinks nothing", Keywords = ["whale"] }, Transition.Rise),
            Scene("That is all.", new Visual { Template = Template.Ending, Headline = "That is all" }, Transition.Ridge),
        ],
    };

    public static string Json(Storyboard storyboard) => System.Text.Json.JsonSerializer.Serialize(storyboard, ContractsJson.Readable);

    public static Storyboard With(int scene, Func<Scene, Scene> change) =>
        Storyboard with { Scenes = [.. Storyboard.Scenes.Select((s, i) => i == scene ? change(s) : s)] };

    private static Scene Scene(string narration, Visual visual, Transition transition) => new() { Narration = narration, Visual = visual, Transition = transition };
}
