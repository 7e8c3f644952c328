using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;
using Reelsmith.Video.Rendering;

namespace Reelsmith.Video.Tests.Rendering;

public sealed class SceneRendererTests : IAsyncLifetime
{
    private static readonly VideoFormat Small = new(320, 180, 30);
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-video-").FullName;
    private ServiceProvider _services = null!;

    public ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVideoService();
        services.AddReelsmith(new DataFolder(_folder));
        _services = services.BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_scene_becomes_a_clip_of_its_length_and_the_next_shows_it_going()
    {
        var renderer = _services.GetRequiredService<SceneRenderer>();
        var artifacts = _services.GetRequiredService<IArtifactStore>();
        var (title, points) = await TwoScenes(artifacts);
        var work = new StageWork(_ => { });
        var first = await renderer.Render(new RenderScene(Guid.NewGuid(), 0, title, null, Small), work, default);
        var second = await renderer.Render(new RenderScene(Guid.NewGuid(), 1, points, title, Small), work, default);
        Assert.Equal((title.Frames, points.Frames), (await Frames(await artifacts.PathOf(first.Clip, default)), await Frames(await artifacts.PathOf(second.Clip, default))));
        Assert.True(work.CpuSeconds > 0);
        Assert.Empty(Directory.GetFiles(new DataFolder(_folder).Temporary));

        // the later clip begins with the earlier one's closing picture, nearly where it was
        var closing = await Luma(await artifacts.PathOf(first.Clip, default), title.Frames - 1);
        var opening = await Luma(await artifacts.PathOf(second.Clip, default), 0);
        Assert.True(closing.Zip(opening).Average(p => Math.Abs(p.First - p.Second)) < 6);
    }

    [Fact]
    public async Task Cancelling_leaves_no_file_and_no_encoder()
    {
        var renderer = _services.GetRequiredService<SceneRenderer>();
        var (title, _) = await TwoScenes(_services.GetRequiredService<IArtifactStore>());
        using var cancel = new CancellationTokenSource();
        var work = new StageWork(fraction =>
        {
            if (fraction > 0.05) cancel.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renderer.Render(new RenderScene(Guid.NewGuid(), 0, title with { Frames = 30_000 }, null, Small), work, cancel.Token));
        Assert.Empty(Directory.GetFiles(new DataFolder(_folder).Temporary));
    }

    [Fact]
    public async Task The_key_knows_what_is_seen_and_nothing_else()
    {
        var (title, points) = await TwoScenes(_services.GetRequiredService<IArtifactStore>());
        var command = new RenderScene(Guid.NewGuid(), 1, points, title, Small);
        string Key(RenderScene c) => StageResults.Key("video", MotionEngine.Name, RenderKey.Of(c, "fonts 1"));
        var same = command with { JobId = Guid.NewGuid(), Drawing = points with { Style = points.Style with { Voice = "other", Music = "calm" } } };
        Assert.Equal(Key(command), Key(same));
        Assert.NotEqual(Key(command), Key(command with { Previous = title with { Visual = title.Visual with { Headline = "Another" } } }));
        Assert.NotEqual(Key(command), Key(command with { Drawing = points with { Frames = points.Frames + 1 } }));
        Assert.NotEqual(Key(command), Key(command with { Format = VideoFormat.Default }));
        var cut = command with { Drawing = points with { Transition = Transition.Cut } };
        Assert.Equal(Key(cut), Key(cut with { Previous = null }));
    }

    [Fact]
    public async Task Every_engine_on_this_machine_is_ready()
    {
        var reports = await _services.GetServices<IEngineCheck>().Single().Check(default);
        Assert.Equal(["motion", "ffmpeg", "fonts", "rsvg-convert"], reports.Select(r => r.Engine));
        Assert.All(reports, r => Assert.True(r.Ready && r.Fix is null, r.Engine));
    }

    private static async Task<(SceneDrawing Title, SceneDrawing Points)> TwoScenes(IArtifactStore artifacts)
    {
        var words = new WordTimings([new("Magma", 0, 12_000, 0, 5), new("rises.", 13_000, 24_000, 6, 6)]);
        var title = new SceneDrawing(0, new Visual { Template = Template.Title, Headline = "Why do volcanoes erupt?", Emphasis = ["erupt?"], Keywords = ["volcano"] },
            Transition.Cut, new Style(), "en", "Magma rises.", await artifacts.AddJson(words, default), 10, 45, false);
        var points = title with
        {
            Index = 1,
            Visual = new Visual { Template = Template.Points, Headline = "Two things", Points = [new Point { Title = "Heat", Keywords = ["fire"] }, new Point { Title = "Gas", Keywords = ["bubbles"] }] },
            Transition = Transition.Dive,
            Frames = 50,
        };
        return (title, points);
    }

    private static async Task<int> Frames(string path) =>
        int.Parse(Encoding.UTF8.GetString(await ChildProcess.Run("ffprobe", ["-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path], default, null, default)), System.Globalization.CultureInfo.InvariantCulture);

    private static Task<byte[]> Luma(string path, int frame) => ChildProcess.Run("ffmpeg", ["-v", "error", "-i", path, "-vf", $"select=eq(n\\,{frame})", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"], default, null, default);
}
