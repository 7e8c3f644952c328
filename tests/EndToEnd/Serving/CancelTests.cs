using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Reelsmith.Tests.Servers;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>A video given up over HTTP while the real stages work: by the list of processes and the data folder, nothing of it goes on.</summary>
public sealed class CancelTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(3); // 1 s is promised; a busy machine is no fault
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly string[] Programs = ["ffmpeg", "ffprobe", "fluidsynth", "rsvg-convert"];
    private static readonly string[] SpeechEngines = ["festival", "espeak"]; // kept between scenes, so that being there is not work

    private readonly CancellationToken _test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_while_its_script_is_written()
    {
        var sentences = Enumerable.Range(1, 650).Select(n => $"In the year {1_000 + n} the river carried {n} tons of salt down to the sea.");
        var id = await Submit(new { text = string.Join(" ", sentences), size = "320x180" });

        var events = await CancelAndLook(id, []);

        Assert.DoesNotContain("event: script.written", events);
    }

    [Fact]
    public async Task Cancelled_while_it_is_spoken()
    {
        var before = Engines();
        var narration = string.Join(" ", Enumerable.Repeat("Rivers carry the salt of the mountains down to the sea.", 12));
        var id = await Submit(Film(narration, "320x180", scenes: 1));
        // An engine that has begun to work: it was not there, or has used processor time since.
        var speaking = await Until(id, () => Engines().Where(engine => engine.Value > before.GetValueOrDefault(engine.Key)).Select(engine => engine.Key));

        var events = await CancelAndLook(id, speaking);

        Assert.DoesNotContain("event: scene.narrated", events);
    }

    [Fact]
    public async Task Cancelled_while_it_is_drawn()
    {
        var id = await Submit(Film("Rivers carry the salt of the mountains down to the sea, and there it stays.", "1280x720"));
        var encoding = await Until(id, () => Working().Where(process => CommandLine(process).Contains("libx264", StringComparison.Ordinal)));

        var events = await CancelAndLook(id, encoding);

        Assert.DoesNotContain("event: video.completed", events);
    }

    [Fact]
    public async Task Cancelled_while_it_is_composed()
    {
        var id = await Submit(Film("The sea is salt.", "320x180"));
        while ((await Video(id)).GetProperty("stage").GetString() is { } stage && stage != "composer") await Task.Delay(BetweenLooks, _test);
        var composing = await Until(id, Working);

        var events = await CancelAndLook(id, composing);

        Assert.Equal(4, events.Count(line => line == "event: scene.rendered"));
        Assert.DoesNotContain("event: video.completed", events);
    }

    /// <param name="processes">Those that were seen to work for it.</param>
    /// <returns>The lines of its event stream.</returns>
    private async Task<string[]> CancelAndLook(string id, IReadOnlyList<int> processes)
    {
        var answer = await server.Http.PostAsync($"/v1/videos/{id}/cancel", null, _test);
        var answered = Stopwatch.GetTimestamp();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(_test));
        while (Working().Count > 0 || processes.Any(IsThere))
        {
            Assert.True(Stopwatch.GetElapsedTime(answered) < Generous, $"Still at work: {string.Join("; ", Working().Concat(processes).Select(CommandLine))}");
            await Task.Delay(BetweenLooks, _test);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"No process works for it {Stopwatch.GetElapsedTime(answered).TotalMilliseconds:0} ms after the answer.");

        var events = await Events(id);
        var results = Results();
        Assert.Equal("event: video.cancelled", events.Last(line => line.StartsWith("event: ", StringComparison.Ordinal)));
        for (var looked = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(looked) < Moment; await Task.Delay(BetweenLooks, _test))
        {
            Assert.Empty(Working());
            Assert.Equal(results, Results());
        }
        Assert.Equal(events, await Events(id));
        var video = await Video(id);
        Assert.Equal(("failed", "cancelled"), (video.GetProperty("status").GetString(), video.GetProperty("error").GetProperty("code").GetString()));
        return events;
    }

    private static object Film(string narration, string size, int scenes = 4)
    {
        var storyboard = SmallFilm.With(0, scene => scene with { Narration = narration });
        return new { storyboard = JsonDocument.Parse(SmallFilm.Json(storyboard with { Scenes = [.. storyboard.Scenes.Take(scenes)] })).RootElement, size, fps = 15 };
    }

    private async Task<string> Submit(object body)
    {
        var answer = await server.Http.PostAsJsonAsync("/v1/videos", body, _test);
        var text = await answer.Content.ReadAsStringAsync(_test);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> Video(string id) => await server.Http.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}", _test);

    // The stream ends by itself, since the video has ended.
    private async Task<string[]> Events(string id) =>
        [.. (await server.Http.GetStringAsync($"/v1/videos/{id}/events", _test)).Split('\n').Where(line => line.StartsWith("event: ", StringComparison.Ordinal) || line.StartsWith("id: ", StringComparison.Ordinal))];

    /// <summary>Waits for processes to be there, which must be before the video ends.</summary>
    private async Task<IReadOnlyList<int>> Until(string id, Func<IEnumerable<int>> processes)
    {
        while (true)
        {
            if (processes().ToArray() is { Length: > 0 } found) return found;
            Assert.Contains((await Video(id)).GetProperty("status").GetString(), new[] { "queued", "in_progress" });
        }
    }

    private IReadOnlyList<int> Working() => [.. ProcessTree.Below(server.Id).Where(child => Programs.Contains(child.Name)).Select(child => child.Id)];

    private Dictionary<int, long> Engines() => ProcessTree.Below(server.Id).Where(child => SpeechEngines.Any(engine => child.Name.StartsWith(engine, StringComparison.Ordinal)))
        .ToDictionary(child => child.Id, child => CpuTicks(child.Id));

    private IReadOnlyList<string> Results() => Directory.Exists(Path.Combine(server.Data, "results"))
        ? [.. Directory.EnumerateFiles(Path.Combine(server.Data, "results"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    private static bool IsThere(int process) => Directory.Exists($"/proc/{process}");

    private static string CommandLine(int process) => Read($"/proc/{process}/cmdline").Replace('\0', ' ');

    private static long CpuTicks(int process)
    {
        var stat = Read($"/proc/{process}/stat");
        return stat.Length == 0 ? 0 : stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..13].Sum(long.Parse);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
