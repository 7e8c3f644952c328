using System.Text;
using System.Text.Json;
using Json.Schema;

namespace Reelsmith.Contracts.Tests;

public sealed class StoryboardReaderTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "storyboard.schema.json")));

    private static readonly string Photo = $$"""{"hash":"{{new string('a', 64)}}","extension":"jpg","bytes":1}""";
    private static readonly string LongText = $"\"{new string('a', 2_001)}\"";
    private static readonly string ManyScenes = $"[{string.Join(',', Enumerable.Repeat("""{"narration":"A.","visual":{"template":"ending"}}""", 501))}]";

    /// <summary>Path, what is put there (nothing: it is removed), what the message names, what the hint says.</summary>
    internal static readonly (string Path, string Json, string Names, string Says)[] Wrong =
    [
        ("version", "2", "version is 2", "version 1"),
        ("version", "\"1\"", "version", "whole number"),
        ("title", "", "title is missing", "title"),
        ("title", "\"  \"", "title is empty", "Write"),
        ("title", "7", "title is 7", "text"),
        ("language", "", "language is missing", "language"),
        ("language", "\"english language\"", "language is", "BCP 47"),
        ("scenes", "", "scenes is missing", "scenes"),
        ("scenes", "{}", "scenes is an object", "list"),
        ("scenes", "[]", "scenes is empty", "one scene"),
        ("scenes", ManyScenes, "501", "500"),
        ("scenes/0", "\"hello\"", "scenes[0]", "object"),
        ("scenes/1/narration", "", "scenes[1].narration is missing", "narration"),
        ("scenes/1/narration", "\"\"", "scenes[1].narration is empty", "Write"),
        ("scenes/1/narration", LongText, "2,001", "2,000"),
        ("scenes/1/visual", "", "scenes[1].visual is missing", "visual"),
        ("scenes/2/visual/template", "\"pie\"", "scenes[2].visual.template is \"pie\"", "title, statement, illustration"),
        ("scenes/2/visual/template", "", "scenes[2].visual.template is missing", "template"),
        ("scenes/2/visual/figure", "", "scenes[2].visual.figure is missing", "figure"),
        ("scenes/2/visual/figure/value", "97", "figure.value is 97", "text"),
        ("scenes/0/visual/headline", "", "scenes[0].visual.headline is missing", "headline"),
        ("scenes/0/visual/headlime", "\"x\"", "scenes[0].visual.headlime", "\"headline\""),
        ("scenes/1/visual/points", "[]", "points has 0", "2 to 4"),
        ("scenes/1/visual/points", """[{"title":"a"},{"title":"b"},{"title":"c"},{"title":"d"},{"title":"e"}]""", "points has 5", "4"),
        ("scenes/1/visual/points/0/title", "", "points[0].title is missing", "title"),
        ("scenes/0/visual/photo", "\"photo.jpg\"", "scenes[0].visual.photo is \"photo.jpg\"", "object"),
        ("scenes/0/visual/photo", """{"hash":"../../etc/passwd","extension":"jpg","bytes":1}""", "scenes[0].visual.photo.hash is no SHA-256", "Copy"),
        ("scenes/0/visual/photo", Photo.Replace("jpg", "svg", StringComparison.Ordinal), "photo.extension is \"svg\"", "jpg, png"),
        ("scenes/0/visual/photo", Photo.Replace(",\"bytes\":1", "", StringComparison.Ordinal), "photo.bytes is missing", "bytes"),
        ("scenes/1/visual/photo", Photo, "scenes[1].visual.photo stands in a scene that shows none", "title or an illustration"),
        ("scenes/1/seconds", "-3", "scenes[1].seconds is -3", "above 0"),
        ("scenes/1/seconds", "0", "scenes[1].seconds is 0", "above 0"),
        ("scenes/1/seconds", "1e9", "scenes[1].seconds is 1e9", "600"),
        ("scenes/1/seconds", "\"NaN\"", "scenes[1].seconds is \"NaN\"", "number"),
        ("scenes/1/transition", "\"spin\"", "scenes[1].transition is \"spin\"", "cut, dive, rise, ridge"),
        ("style/theme", "\"neon\"", "style.theme is \"neon\"", "dusk, hearth"),
        ("style/mood", "\"sad\"", "style.mood is \"sad\"", "ember, ocean"),
        ("style/music", "\"metal\"", "style.music is \"metal\"", "calm"),
        ("style/captions", "\"yes\"", "style.captions", "true or false"),
        ("style/seed", "1.5", "style.seed is 1.5", "whole number"),
        ("style/colour", "\"red\"", "style.colour", "theme"),
        ("extra", "1", "extra is not", "scenes"),
        ("scenes/3/visual/credits/0/name", "", "credits[0].name is missing", "name"),
        ("sources/0/kind", "", "sources[0].kind is missing", "kind"),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Wrong.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_named_by_its_path_with_what_to_change(int row)
    {
        var (path, json, names, says) = Wrong[row];

        var failure = Refused(StoryboardJson.With(path, json));

        Assert.Equal(FailureKind.InvalidInput, failure.Kind);
        Assert.Contains(names, failure.Message, StringComparison.Ordinal);
        Assert.Contains(says, failure.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_schema_refuses_what_the_reader_refuses(int row) => Assert.False(Accepts(StoryboardJson.With(Wrong[row].Path, Wrong[row].Json)));

    public static TheoryData<string, string> Variants => new()
    {
        { "version", "" }, { "version", "null" }, { "style", "" }, { "style", "null" }, { "style/mood", "null" }, { "sources", "" }, { "scenes/1/transition", "" }, { "scenes/1/seconds", "null" },
        { "scenes/1/seconds", "600" }, { "language", "\"zh-Hans-CN\"" }, { "scenes/0/visual/template", "\"statement\"" }, { "scenes/3/visual/headline", "\"Bye\"" }, { "scenes/0/visual/photo", Photo }, { "scenes/0/visual/photo", "null" }, { "scenes/0/visual/emphasis", "[]" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_schema_accepts_what_the_reader_accepts(string path, string json)
    {
        var storyboard = StoryboardJson.With(path, json);

        StoryboardReader.Read(storyboard);
        Assert.True(Accepts(storyboard));
    }

    [Fact]
    public void The_published_examples_are_right()
    {
        var examples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "examples"));
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            StoryboardReader.Read(File.ReadAllBytes(example));
            Assert.True(Accepts(File.ReadAllText(example)), example);
        }
    }

    [Fact]
    public void Every_member_is_read()
    {
        var storyboard = StoryboardReader.Read(StoryboardJson.Right);

        Assert.Equal(new Style { Theme = "dusk", Mood = "ocean", Voice = "someone", Music = "calm", Captions = false, Seed = 7 }, storyboard.Style);
        Assert.Equal([null, Transition.Dive, Transition.Cut, null], storyboard.Scenes.Select(scene => scene.Transition));
        Assert.Equal(4.5, storyboard.Scenes[1].Seconds);
        Assert.Equal(("One", "The first", "Three"), (storyboard.Scenes[1].Visual.Points[0].Title, storyboard.Scenes[1].Visual.Points[0].Text, storyboard.Scenes[1].Visual.Points[0].SpokenAt));
        Assert.Equal(new Figure { Value = "97", Unit = "%", Label = "of all water" }, storyboard.Scenes[2].Visual.Figure);
        Assert.Equal(new Credit("Facts", "WordNet 3.0"), Assert.Single(storyboard.Scenes[3].Visual.Credits));
        Assert.Equal(new Source("wordnet", "WordNet 3.0", Licence: "WordNet"), Assert.Single(storyboard.Sources));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var storyboard = StoryboardReader.Read(StoryboardJson.Right);
        var written = JsonSerializer.Serialize(storyboard, ContractsJson.Readable);

        Assert.Equal(written, JsonSerializer.Serialize(StoryboardReader.Read(written), ContractsJson.Readable));
        Assert.True(Accepts(written));
    }

    [Fact]
    public void Emphasis_must_stand_in_the_headline()
    {
        var failure = Refused(StoryboardJson.With("scenes/0/visual/emphasis", """["pepper"]"""));

        Assert.Contains("pepper", failure.Message, StringComparison.Ordinal);
        Assert.Contains("scenes[0].visual.emphasis", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n  \"title\": nope }", "line 2")]
    [InlineData("""{"title":"a","title":"b"}""", "title")]
    [InlineData("not json", "line 1")]
    [InlineData("[1, 2", "line 1")]
    public void What_is_no_JSON_says_where(string json, string says)
    {
        var failure = Refused(json);

        Assert.Equal("storyboard_not_json", failure.Code);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.Equal("storyboard_not_json", Refused(new string('[', 100_000)).Code);

    [Fact]
    public void A_file_that_is_too_large_is_refused() => Assert.Equal("storyboard_too_large", Refused(new string(' ', StoryboardLimits.Bytes + 1)).Code);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        byte[] latin1 = [.. Encoding.Latin1.GetBytes(StoryboardJson.Right.Replace("A film", "Café", StringComparison.Ordinal))];
        Assert.Equal("storyboard_not_json", Assert.Throws<ReelsmithException>(() => StoryboardReader.Read(latin1)).Failure.Code);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(StoryboardJson.Right)];
        Assert.Equal("A film", StoryboardReader.Read(marked).Title);
    }

    private static Failure Refused(string json) => Assert.Throws<ReelsmithException>(() => StoryboardReader.Read(json)).Failure;

    private static bool Accepts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
