using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Templates;
using Reelsmith.Video.Typography;
using Point = Reelsmith.Contracts.Point;

namespace Reelsmith.Video.Tests.Templates;

/// <summary>A composer with the fonts and pictures of the machine, and scenes to compose.</summary>
public sealed class Scenes : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"reelsmith-look-{Guid.NewGuid():N}");
    private readonly Fonts fonts = new();
    private readonly PictureRasters rasters;

    public Scenes()
    {
        var data = new DataFolder(folder);
        rasters = new PictureRasters(data);
        Artifacts = new LocalArtifactStore(data);
        Composer = new SceneComposer(fonts, new PictureLibrary(), rasters, Artifacts);
    }

    internal IArtifactStore Artifacts { get; }

    internal SceneComposer Composer { get; }

    public static IReadOnlyList<string> Names => ["title", "statement", "illustration", "points", "number", "quote", "ending"];

    public static SceneDrawing Volcano(string template, string theme = "dusk", string? mood = null) => template switch
    {
        "title" => Drawing(0, theme, mood, "Why does a quiet mountain suddenly explode?", new Visual
        { Template = Template.Title, Kicker = "Earth, explained", Headline = "Why do volcanoes erupt?", Emphasis = ["erupt?"], Keywords = ["volcano"] }),
        "statement" => Drawing(1, theme, mood, "Magma rises because it is lighter than the rock above.", new Visual
        { Template = Template.Statement, Headline = "Magma rises because it is lighter than the rock above.", Emphasis = ["lighter"] }),
        "illustration" => Drawing(2, theme, mood, "Dissolved gas turns to bubbles, like a popping cork.", new Visual
        {
            Template = Template.Illustration,
            Headline = "Gas is the trigger",
            Emphasis = ["trigger"],
            Keywords = ["volcano", "popping cork"],
            Body = "As magma rises, pressure drops. Dissolved gas turns to bubbles, like a bottle being opened."
        }),
        "points" => Drawing(3, theme, mood, "First, heat melts rock. Then gas builds pressure. And at last, the crust gives way.", new Visual
        {
            Template = Template.Points,
            Headline = "Three things set it off",
            Points =
            [
                new Point { Title = "Heat melts rock", Text = "Deep down, it is over 1,000 °C", Keywords = ["fire"] },
                new Point { Title = "Gas builds pressure", Text = "Bubbles push the magma upward", Keywords = ["bubbles"] },
                new Point { Title = "The crust gives way", Text = "Magma finds the weakest spot", Keywords = ["collision"] },
            ]
        }),
        "number" => Drawing(4, theme, mood, "About 1,350 volcanoes could still erupt.", new Visual
        { Template = Template.Number, Kicker = "On land today", Figure = new Figure { Value = "1,350", Label = "potentially active volcanoes" }, Keywords = ["globe", "earth"] }),
        "quote" => Drawing(5, theme, mood, "It spread itself out at the top.", new Visual
        {
            Template = Template.Quote,
            Headline = "It shot up to a great height in the form of a very tall trunk, which spread itself out at the top into a sort of branches.",
            Emphasis = ["tall trunk,"],
            Body = "Pliny the Younger, on Vesuvius, AD 79",
            Keywords = ["volcano"]
        }),
        _ => Drawing(6, theme, mood, "And that is why volcanoes erupt.", new Visual
        {
            Template = Template.Ending,
            Headline = "Now you know why.",
            Emphasis = ["why"],
            Keywords = ["volcano"],
            Credits = [new Credit("Facts", "USGS, Smithsonian GVP"), new Credit("Pictures", "Fluent Emoji (MIT)"), new Credit("Script", "Reelsmith"), new Credit("Voice", "Festival, synthetic")]
        }),
    };

    public static SceneDrawing Drawing(int index, string theme, string? mood, string narration, Visual visual, string language = "en", int frames = 210) =>
        new(index, visual, Transition.Cut, new Style { Theme = theme, Mood = mood }, language, narration, new ArtifactRef("", "json", 0), 10, frames, false);

    /// <summary>A third of a second for every word.</summary>
    public static WordTimings Words(string narration)
    {
        var words = new List<SpokenWord>();
        foreach (System.Text.RegularExpressions.Match word in System.Text.RegularExpressions.Regex.Matches(narration, @"\S+"))
            words.Add(new SpokenWord(word.Value, words.Count * 16_000, words.Count * 16_000 + 14_000, word.Index, word.Length));
        return new WordTimings(words);
    }

    internal Task<Composition> Compose(SceneDrawing drawing, int width, int height) =>
        Composer.Composed(drawing, Words(drawing.Narration), new VideoFormat(width, height, 30), 0, CancellationToken.None);

    public void Dispose()
    {
        rasters.Dispose();
        fonts.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
