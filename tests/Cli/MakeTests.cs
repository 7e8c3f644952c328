using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Cli.Tests;

public sealed class MakeTests : IDisposable
{
    private static readonly string[] Names = ["captions.srt", "captions.vtt", "poster.jpg", "provenance.json", "qc.json", "storyboard.json", "video.mp4"];
    private readonly CommandLineSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_film_comes_into_a_folder_named_after_its_title()
    {
        var outcome = await _session.Run("A topic");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(Names, Files("a-sample"));
        Assert.Contains(_session.PathOf("a-sample", "video.mp4"), outcome.Error, StringComparison.Ordinal);
        var storyboard = StoryboardReader.Read(File.ReadAllText(_session.PathOf("a-sample", "storyboard.json")));
        Assert.All(storyboard.Scenes, scene => Assert.NotNull(scene.Seconds));
    }

    [Fact]
    public async Task Json_tells_of_the_film_as_one_object_a_line()
    {
        var outcome = await _session.Run("A topic", "--json", "--out", "film");

        Assert.Equal(["started", "storyboard"], outcome.Events.Take(2).Select(e => e.GetProperty("event").GetString()!));
        var completed = outcome.Last;
        Assert.Equal("completed", completed.GetProperty("event").GetString());
        Assert.Equal(_session.PathOf("film", "video.mp4"), completed.GetProperty("video").GetString());
        Assert.Equal([true, true, true], Rendered(completed));
        Assert.Equal([0, 1, 2], completed.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("scene").GetInt32()));
        Assert.Equal(completed.GetProperty("seconds").GetDouble(), completed.GetProperty("scenes").EnumerateArray().Sum(scene => scene.GetProperty("seconds").GetDouble()), 1e-9);
        Assert.Equal(["script", "speech", "video", "composer"], completed.GetProperty("stages").EnumerateObject().Select(stage => stage.Name));
        Assert.All(completed.GetProperty("stages").EnumerateObject(), stage => Assert.True(stage.Value.GetProperty("wall").GetDouble() >= 0 && stage.Value.GetProperty("cpu").GetDouble() >= 0));
        Assert.Equal(0.006, completed.GetProperty("stages").GetProperty("video").GetProperty("cpu").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Making_it_again_does_no_work_and_writes_the_same_files_to_the_same_place()
    {
        await _session.Run("A topic");
        var first = Names.Select(name => File.ReadAllText(_session.PathOf("a-sample", name))).ToArray();

        var again = await _session.Run("A topic", "--json");

        Assert.Equal([false, false, false], Rendered(again.Last));
        Assert.Equal(first, Names.Select(name => File.ReadAllText(_session.PathOf("a-sample", name))));
        Assert.All(again.Last.GetProperty("stages").EnumerateObject(), stage => Assert.Equal(0, stage.Value.GetProperty("cpu").GetDouble()));
        Assert.Equal(["a-sample"], Directory.GetDirectories(_session.Folder).Select(folder => Path.GetFileName(folder)));
    }

    [Fact]
    public async Task The_storyboard_that_comes_out_goes_in_again_and_renders_nothing()
    {
        await _session.Run("A topic", "--out", "film");

        var again = await _session.Run("--storyboard", "film/storyboard.json", "--out", "again", "--json");

        Assert.Equal([false, false, false], Rendered(again.Last));
        Assert.Equal(File.ReadAllText(_session.PathOf("film", "storyboard.json")), File.ReadAllText(_session.PathOf("again", "storyboard.json")));
    }

    [Fact]
    public async Task One_changed_scene_renders_itself_and_the_next_whose_transition_shows_it()
    {
        await _session.Run("A topic", "--out", "film");
        _session.Write("edited.json", File.ReadAllText(_session.PathOf("film", "storyboard.json")).Replace("\"Scene 0\"", "\"Another headline\"", StringComparison.Ordinal));

        var again = await _session.Run("--storyboard", "edited.json", "--out", "film", "--json");

        Assert.Equal([true, true, false], Rendered(again.Last));
    }

    [Fact]
    public async Task Other_music_renders_nothing()
    {
        await _session.Run("A topic", "--out", "film");
        _session.Write("edited.json", File.ReadAllText(_session.PathOf("film", "storyboard.json")).Replace("\"calm\"", "\"bright\"", StringComparison.Ordinal));

        var again = await _session.Run("--storyboard", "edited.json", "--out", "film", "--json");

        Assert.Equal([false, false, false], Rendered(again.Last));
    }

    [Fact]
    public async Task Another_film_of_the_same_title_gets_a_folder_of_its_own()
    {
        await _session.Run("A topic");
        _session.Stages.Storyboard = SampleStoryboard.Of(2);

        await _session.Run("Another topic");

        Assert.Equal(["a-sample", "a-sample-2"], Directory.GetDirectories(_session.Folder).Select(folder => Path.GetFileName(folder)).Order());
        Assert.Equal(Names, Files("a-sample-2"));
    }

    [Fact]
    public async Task A_text_comes_from_a_file_or_from_standard_input()
    {
        _session.Write("story.md", "# A story\n\nOnce upon a time.");
        _session.Input = "Once upon a time.";

        await _session.Run("--text", "story.md", "--out", "one");
        await _session.Run("--text", "-", "--out", "two");

        var texts = _session.Stages.Worked.OfType<WriteScript>().Select(script => script.Request.Text!).ToArray();
        Assert.Equal(["md", "txt"], texts.Select(text => text.Extension));
        Assert.Equal(_session.Input, File.ReadAllText(new LocalArtifactStore(_session.Data).PathOf(texts[1])));
    }

    [Fact]
    public async Task A_wrong_storyboard_is_refused_before_any_work()
    {
        _session.Write("wrong.json", """{"title":"T","language":"en","scenes":[{"narration":"Hello.","visual":{"template":"pie"}}]}""");

        var outcome = await _session.Run("--storyboard", "wrong.json", "--out", "film");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("scenes[0].visual.template", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_session.PathOf("film")));
    }

    [Theory]
    [InlineData("file/film")]
    [InlineData("file")]
    [InlineData("/proc/nowhere")]
    public async Task A_folder_that_cannot_be_written_is_refused_before_any_work(string folder)
    {
        _session.Write("file", "");

        var outcome = await _session.Run("A topic", "--out", folder);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--out", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_session.Stages.Worked);
    }

    [Fact]
    public async Task A_failed_film_leaves_nothing_and_says_why()
    {
        _session.Stages.Before = (work, _) => work is ComposeVideo ? throw ReelsmithException.Unavailable("disk_full", "The disk is full.", "Free some space.") : Task.CompletedTask;

        var outcome = await _session.Run("A topic", "--out", "deep/film", "--json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(("disk_full", "composer"), (outcome.Last.GetProperty("code").GetString(), outcome.Last.GetProperty("stage").GetString()));
        Assert.Equal("reelsmith: The disk is full. Free some space.", outcome.Error.TrimEnd().Split('\n')[^1]);
        Assert.False(Directory.Exists(_session.PathOf("deep")));
    }

    [Fact]
    public async Task A_fault_of_the_input_found_by_a_stage_ends_with_2()
    {
        _session.Stages.Before = (_, _) => throw ReelsmithException.InvalidInput("topic_unknown", "Nothing is known about it.", "Give a text with --text.");

        Assert.Equal(2, (await _session.Run("A topic")).ExitCode);
    }

    [Fact]
    public async Task An_interrupted_film_ends_with_130_and_the_same_command_goes_on()
    {
        using var interruption = new CancellationTokenSource();
        var running = 0;
        _session.Stages.Before = async (work, ct) =>
        {
            if (work is not RenderScene { Scene: 1 } || interruption.IsCancellationRequested) return;
            Interlocked.Increment(ref running);
            await interruption.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        };

        var outcome = await _session.Run(["A topic", "--out", "film", "--json"], interruption.Token);

        Assert.Equal((130, 0), (outcome.ExitCode, running));
        Assert.Equal("failed", outcome.Last.GetProperty("event").GetString());
        Assert.False(Directory.Exists(_session.PathOf("film")));
        var again = await _session.Run("A topic", "--out", "film", "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.True(Rendered(again.Last)[1]);
        Assert.Single(_session.Stages.Worked.OfType<WriteScript>());
    }

    [Fact]
    public async Task What_a_killed_run_left_in_the_folder_is_written_over()
    {
        Directory.CreateDirectory(_session.PathOf("film"));
        _session.Write("film/.video.mp4.tmp", "half a film");

        await _session.Run("A topic", "--out", "film");

        Assert.Equal(Names, Files("film"));
    }

    [Fact]
    public async Task Two_runs_in_one_data_folder_do_not_disturb_each_other()
    {
        var outcomes = await Task.WhenAll(_session.Run("A topic", "--out", "one"), _session.Run("A topic", "--out", "two"), _session.Run("Another topic", "--out", "three"));

        Assert.All(outcomes, outcome => Assert.True(outcome.ExitCode == 0, outcome.Error));
        Assert.All(["one", "two", "three"], folder => Assert.Equal(Names, Files(folder)));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_ends_with_1_and_names_the_variable()
    {
        File.WriteAllText(_session.Data.Root, "a file in its place");

        var outcome = await _session.Run("A topic");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("REELSMITH_DATA", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storyboard_is_printed_to_read_or_edit()
    {
        var outcome = await _session.Run("storyboard", "A topic");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("A sample", StoryboardReader.Read(outcome.Output).Title);
        Assert.Single(_session.Stages.Worked);
    }

    [Fact]
    public async Task A_storyboard_that_cannot_be_written_says_why()
    {
        _session.Stages.Before = (_, _) => throw ReelsmithException.InvalidInput("topic_unknown", "Nothing is known about it.", "Give a text with --text.");

        var outcome = await _session.Run("storyboard", "A topic");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("--text", outcome.Error, StringComparison.Ordinal);
    }

    private static bool[] Rendered(JsonElement completed) => [.. completed.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("rendered").GetBoolean())];

    private string[] Files(string folder) => [.. Directory.GetFileSystemEntries(_session.PathOf(folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
