using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Storyboards;

namespace Reelsmith.Script.Tests;

public sealed class StoryboardWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reelsmith-script");
    private readonly LocalArtifactStore _artifacts;
    private readonly StoryboardWriter _writer;

    public StoryboardWriterTests()
    {
        _artifacts = new LocalArtifactStore(new DataFolder(_folder.FullName));
        _writer = new StoryboardWriter(_artifacts);
    }

    public static TheoryData<string, int?> Texts => new()
    {
        { "the-tell-tale-heart.txt", 120 }, { "the-tell-tale-heart.txt", 30 }, { "the-tell-tale-heart.txt", 600 }, { "the-elves-and-the-shoemaker.txt", 120 },
        { "the-elves-and-the-shoemaker.txt", 60 }, { "the-elves-and-the-shoemaker.txt", null }, { "yugong-moves-the-mountains.txt", null }, { "yugong-moves-the-mountains.txt", 40 },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Every_narrated_sentence_stands_in_the_text_in_its_order(string file, int? seconds)
    {
        var text = Text(file);
        Faithful(text, Write(text, seconds));
    }

    [Fact]
    public void A_photo_stands_in_the_first_scene_that_can_show_one()
    {
        var photo = new ArtifactRef(new string('a', 64), "jpg", 1);

        var written = _writer.Write(new VideoRequest { Prompt = "Why do volcanoes erupt?", Photo = photo }, default);

        Assert.Equal([photo], written.Scenes.Select(scene => scene.Visual.Photo).OfType<ArtifactRef>());
        Assert.Equal(photo, written.Scenes[0].Visual.Photo);
        var json = JsonSerializer.Serialize(written, ContractsJson.Readable);
        Assert.Equal(json, JsonSerializer.Serialize(StoryboardReader.Read(json), ContractsJson.Readable));
    }

    [Fact]
    public void A_storyboard_without_room_for_a_photo_is_refused_one()
    {
        var storyboard = """{"title":"T","language":"en","scenes":[{"narration":"One.","visual":{"template":"statement","headline":"One"}},{"narration":"Two.","visual":{"template":"TEMPLATE","headline":"Two"}}]}""";
        var request = new VideoRequest { Storyboard = new ArtifactRef("", "", 0), Photo = new ArtifactRef(new string('a', 64), "jpg", 1) };

        var failure = Assert.Throws<ReelsmithException>(() => _writer.Write(request, Encoding.UTF8.GetBytes(storyboard.Replace("TEMPLATE", "quote", StringComparison.Ordinal)))).Failure;

        Assert.Equal("photo_without_scene", failure.Code);
        Assert.NotNull(_writer.Write(request, Encoding.UTF8.GetBytes(storyboard.Replace("TEMPLATE", "illustration", StringComparison.Ordinal))).Scenes[1].Visual.Photo);
    }

    [Theory, MemberData(nameof(Texts))]
    public void A_storyboard_keeps_the_rules_of_its_format_and_of_variety(string file, int? seconds) => WellFormed(Write(Text(file), seconds));

    [Theory]
    [InlineData("the-tell-tale-heart.txt", 120)]
    [InlineData("the-tell-tale-heart.txt", 60)]
    [InlineData("the-elves-and-the-shoemaker.txt", 120)]
    [InlineData("the-elves-and-the-shoemaker.txt", 90)]
    [InlineData("yugong-moves-the-mountains.txt", 60)]
    public void A_film_lasts_about_as_long_as_asked(string file, int seconds)
    {
        var storyboard = Write(Text(file), seconds);
        var estimated = storyboard.Scenes.Sum(s => SpeechPace.Seconds(s.Narration, storyboard.Language) + SpeechPace.SceneOverheadSeconds);
        Assert.InRange(estimated, seconds * 0.92, seconds * 1.08);
    }

    [Fact]
    public void A_text_shorter_than_asked_is_told_whole()
    {
        var text = Text("the-elves-and-the-shoemaker.txt");
        var body = Letters(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(body, Letters(string.Concat(Write(text, 600).Scenes.Select(s => s.Narration))));
    }

    [Fact]
    public void A_story_keeps_its_opening_and_its_end()
    {
        var storyboard = Write(Text("the-elves-and-the-shoemaker.txt"), 45);
        Assert.StartsWith("There was once a shoemaker", storyboard.Scenes[0].Narration, StringComparison.Ordinal);
        Assert.EndsWith("as long as they lived.", storyboard.Scenes[^1].Narration, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_gives_the_same_storyboard()
    {
        var text = Text("the-elves-and-the-shoemaker.txt");
        using var other = new StoryboardWriter(_artifacts);
        var request = new VideoRequest { Seconds = 90 };
        Assert.Equal(JsonSerializer.Serialize(_writer.FromText(text, request), ContractsJson.Compact), JsonSerializer.Serialize(other.FromText(text, request), ContractsJson.Compact));
    }

    [Theory]
    [InlineData("# Only\n\n## Headings\n\n## In here")]
    [InlineData("- one thing\n- another thing\n- a third thing")]
    [InlineData("ALL CAPITALS ARE SHOUTED HERE. THE WHOLE TEXT IS LIKE THAT. IT NEVER STOPS.")]
    [InlineData("I love 🍕 pizza 🍕 very much! 🎉🎉🎉 So do you?")]
    [InlineData("One line.\r\nAnother line.\r\n\r\nA paragraph follows here.\r\n")]
    [InlineData("Three short words")]
    [InlineData("Stop.")]
    [InlineData("Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you")]
    [InlineData("كان الأسد نائما في الغابة. فمر فأر صغير فوق وجهه. فاستيقظ الأسد غاضبا.")]
    [InlineData("היה היה מלך זקן. היו לו שלוש בנות יפות. הוא אהב את כולן.")]
    [InlineData("Hello 你好 Привет مرحبا. This is mixed 混合 text. 真的很混合。")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n\nA table stands above this line, and code below.\n\n```\nrm -rf /\n```\n\nThat was all.")]
    [InlineData("1969. Men walk on the Moon. They come back.")]
    [InlineData("\"Half a quotation that never ends. It goes on. And on it goes.")]
    [InlineData("ผมชอบกินข้าวผัดมากที่สุดในโลก และชอบดื่มน้ำส้มด้วย")]
    public void Odd_texts_become_films_too(string text)
    {
        var storyboard = _writer.FromText(TextDecoder.Decode(Encoding.UTF8.GetBytes(text)), new VideoRequest());
        Faithful(text, storyboard);
        WellFormed(storyboard);
    }

    [Fact]
    public void A_word_of_five_thousand_letters_breaks_no_limit() => WellFormed(_writer.FromText(new string('a', 5000) + " is a word.", new VideoRequest { Seconds = 600 }));

    [Property(MaxTest = 60)]
    public FsCheck.Property Any_text_gives_a_well_formed_storyboard_or_a_clear_complaint()
    {
        var word = Gen.Elements("fox", "The", "king", "said", "\"", ".", ",", "!", "?", "\n\n", "\n", "- ", "# ", "12", "1,000", "%", "你好", "。", "“", "”", "and", "because", "Mr.", "(", ")", "*", "`", "|", "[1]", "https://a.b/c", "🎉", "مرحبا", "—", ":", "of", "night", "$5", "\t", "’", "'");
        var texts = Gen.ArrayOf(word, 60).Select(words => string.Join(' ', words));
        return Prop.ForAll(texts.ToArbitrary(), text =>
        {
            try
            {
                WellFormed(_writer.FromText(text, new VideoRequest { Seconds = 20 }));
            }
            catch (ReelsmithException e) when (e.Failure.Kind == FailureKind.InvalidInput)
            {
                Assert.NotEmpty(e.Failure.Hint);
            }
        });
    }

    [Fact]
    public void Ten_thousand_words_make_a_film_of_half_a_minute()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 14).Select(_ => Text("the-elves-and-the-shoemaker.txt")));
        var storyboard = Write(text, 30);
        Assert.InRange(storyboard.Scenes.Count, 3, 8);
        WellFormed(storyboard);
    }

    [Fact]
    public void A_topic_is_explained_from_WordNet()
    {
        var storyboard = _writer.FromPrompt("Why do volcanoes erupt?", new VideoRequest());
        Assert.Contains(storyboard.Sources, s => s.Kind == "wordnet");
        Assert.Equal(Template.Title, storyboard.Scenes[0].Visual.Template);
        WellFormed(storyboard);
    }

    [Fact]
    public void A_prompt_of_several_sentences_is_a_text()
    {
        var prompt = Text("the-tell-tale-heart.txt").Split("\n\n")[1];
        Assert.Contains(_writer.FromPrompt(prompt, new VideoRequest()).Sources, s => s.Kind == "text");
    }

    [Theory]
    [InlineData("xqzzy blorptang", "topic_unknown")]
    [InlineData("Warum brechen Vulkane aus?", "topic_language")]
    [InlineData("火山为什么会爆发？", "topic_language")]
    [InlineData("🎉🎉", "prompt_empty")]
    [InlineData("   ", "prompt_empty")]
    public void A_topic_that_cannot_be_explained_is_refused_with_advice(string prompt, string code)
    {
        var refused = Assert.Throws<ReelsmithException>(() => _writer.FromPrompt(prompt, new VideoRequest()));
        Assert.Equal((FailureKind.InvalidInput, code), (refused.Failure.Kind, refused.Failure.Code));
        Assert.NotEmpty(refused.Failure.Hint);
    }

    [Fact]
    public async Task A_binary_file_is_no_text()
    {
        var file = await _artifacts.AddBytes(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 0xFF }, "txt", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => Write(new VideoRequest { Text = file }));
        Assert.Equal("text_not_text", refused.Failure.Code);
    }

    [Fact]
    public async Task A_given_storyboard_is_completed_and_nothing_in_it_changed()
    {
        var given = new Storyboard
        {
            Title = "Mine",
            Language = "en",
            Style = new Style { Mood = "forest" },
            Scenes =
            [
                new Scene { Narration = "One.", Visual = new Visual { Template = Template.Title, Headline = "My own title" } },
                new Scene { Narration = "Two.", Visual = new Visual { Template = Template.Statement, Headline = "Two it is", Emphasis = ["it"] }, Transition = Transition.Cut, Seconds = 4 },
                new Scene { Narration = "Three.", Visual = new Visual { Template = Template.Ending, Headline = "Bye" } },
            ],
        };
        var file = await _artifacts.AddJson(given, TestContext.Current.CancellationToken);
        var made = await Write(new VideoRequest { Storyboard = file, Voice = "someone", Seed = 7 });
        Assert.Equal(given.Scenes.Select(s => s.Narration), made.Scenes.Select(s => s.Narration));
        Assert.Equal(given.Scenes.Select(s => s.Visual.Headline), made.Scenes.Select(s => s.Visual.Headline));
        Assert.Equal(["it"], made.Scenes[1].Visual.Emphasis);
        Assert.Equal(("forest", "someone", 7), (made.Style.Mood, made.Style.Voice, made.Style.Seed));
        Assert.Equal(Transition.Cut, made.Scenes[1].Transition);
        Assert.Equal(Transition.Rise, made.Scenes[2].Transition);
        Assert.NotNull(made.Style.Music);
    }

    [Fact]
    public void An_asked_language_overrides_what_is_detected() =>
        Assert.Equal("pt", _writer.FromText("Hello there. This is a text.", new VideoRequest { Language = "pt" }).Language);

    private Storyboard Write(string text, int? seconds) => _writer.FromText(text, new VideoRequest { Seconds = seconds });

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", file));

    /// <summary>Letters and digits only: stops that let the voice pause after an item of a list are no words.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static void Faithful(string text, Storyboard storyboard)
    {
        var letters = Letters(text);
        var at = 0;
        foreach (var sentence in storyboard.Scenes.SelectMany(s => SentenceSplitter.Split(s.Narration, storyboard.Language)).Select(s => Letters(s.Text)))
        {
            var found = letters.IndexOf(sentence, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"Not in the text, or not in its order: {sentence}");
            at = found + sentence.Length;
        }
    }

    private static void WellFormed(Storyboard storyboard)
    {
        Assert.NotEmpty(storyboard.Title);
        var read = StoryboardReader.Read(JsonSerializer.Serialize(storyboard, ContractsJson.Compact));
        Assert.Equal(storyboard.Scenes.Count, read.Scenes.Count);
        Assert.All(storyboard.Scenes, scene =>
        {
            Assert.Contains(scene.Narration, char.IsLetterOrDigit);
            Assert.NotNull(scene.Transition);
            Assert.All(scene.Visual.Emphasis, e => Assert.Contains(e, scene.Visual.Headline!, StringComparison.Ordinal));
            Assert.True(scene.Visual.Template == Template.Quote || Words.In(scene.Visual.Headline ?? "").Count <= 14);
        });
        Assert.Equal(Template.Ending, storyboard.Scenes[^1].Visual.Template);
        for (var i = 2; i < storyboard.Scenes.Count; i++)
        {
            Assert.False(storyboard.Scenes[i].Transition == storyboard.Scenes[i - 1].Transition && storyboard.Scenes[i].Transition == storyboard.Scenes[i - 2].Transition);
            Assert.False(storyboard.Scenes[i].Visual.Template == storyboard.Scenes[i - 1].Visual.Template && storyboard.Scenes[i].Visual.Template == storyboard.Scenes[i - 2].Visual.Template);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<Storyboard> Write(VideoRequest request) =>
        _writer.Write(request, await _writer.Read(request, TestContext.Current.CancellationToken));
}
