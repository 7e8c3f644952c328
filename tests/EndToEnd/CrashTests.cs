using System.Diagnostics;
using System.Text;
using Reelsmith.Hosting.Processes;
using Reelsmith.Tests.Servers;

namespace Reelsmith.EndToEnd.Tests;

public sealed class CrashTests : IDisposable
{
    private readonly ReelsmithProgram _reelsmith = new();

    public void Dispose() => _reelsmith.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_the_same_command_goes_on_and_renders_nothing_twice()
    {
        const int seed = 20_26;
        var random = new Random(seed);
        var storyboard = _reelsmith.Write("storyboard-in.json", SmallFilm.Json(SmallFilm.Storyboard));
        string[] command = ["make", "--storyboard", storyboard, "--out", _reelsmith.Output, "--json", .. SmallFilm.Size];
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var kill = 0; kill < 6; kill++)
        {
            using var running = _reelsmith.Start(command);
            var ended = running.WaitForExitAsync();
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 2500))));
            if (!running.HasExited) running.Kill();
            await ended;
            if (File.Exists(_reelsmith.FilmFile("video.mp4"))) await ChildProcess.Run("ffmpeg", ["-v", "error", "-xerror", "-i", _reelsmith.FilmFile("video.mp4"), "-f", "null", "-"], default, null, CancellationToken.None);
            foreach (var (result, inode) in await Results()) Assert.Equal(stored.TryAdd(result, inode) ? inode : stored[result], inode);
        }

        var outcome = await _reelsmith.Run(command);

        Assert.True(outcome.ExitCode == 0, $"seed {seed}: {outcome.Output}{outcome.Error}");
        Assert.All(await Results(), r => Assert.Equal(stored.GetValueOrDefault(r.Result, r.Inode), r.Inode));
        Assert.Empty(Directory.EnumerateFiles(_reelsmith.Output, "*.tmp*"));
    }

    [Fact]
    public async Task An_encoder_killed_in_mid_scene_is_started_again()
    {
        var storyboard = _reelsmith.Write("storyboard-in.json", SmallFilm.Json(SmallFilm.Storyboard));
        using var running = _reelsmith.Start("make", "--storyboard", storyboard, "--out", _reelsmith.Output, "--json", "--size", "1280x720");
        var finished = ReelsmithProgram.Finish(running);
        var encoder = await WaitForChild(running.Id, "ffmpeg");
        using (var process = Process.GetProcessById(encoder)) process.Kill();

        var outcome = await finished;

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }

    [Fact]
    public async Task Control_C_ends_with_130_and_leaves_no_child()
    {
        var storyboard = _reelsmith.Write("storyboard-in.json", SmallFilm.Json(SmallFilm.Storyboard));
        using var running = _reelsmith.Start("make", "--storyboard", storyboard, "--out", _reelsmith.Output, "--json", "--size", "1280x720");
        var finished = ReelsmithProgram.Finish(running);
        var encoder = await WaitForChild(running.Id, "ffmpeg");
        using (var interrupt = Process.Start("kill", ["-INT", running.Id.ToString()])) await interrupt.WaitForExitAsync();

        var outcome = await finished;

        Assert.Equal(130, outcome.ExitCode);
        Assert.False(Directory.Exists($"/proc/{encoder}"));
        Assert.False(File.Exists(_reelsmith.FilmFile("video.mp4")));
        Assert.Equal(0, (await _reelsmith.Run("make", "--storyboard", storyboard, "--out", _reelsmith.Output, "--json", "--size", "1280x720")).ExitCode);
    }

    /// <summary>The stored results with their inodes: a result that is made again is another file, one that is found again only gets a new time.</summary>
    private async Task<IReadOnlyList<(string Result, string Inode)>> Results()
    {
        var folder = Path.Combine(_reelsmith.Data, "results");
        if (!Directory.Exists(folder)) return [];
        var listing = await ChildProcess.Run("find", [folder, "-name", "*.json", "-printf", "%p %i\n"], default, null, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(listing).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(line => (line[0], line[1]))];
    }

    private static async Task<int> WaitForChild(int parent, string name)
    {
        while (true)
        {
            var child = ProcessTree.Below(parent).FirstOrDefault(c => c.Name == name);
            if (child.Id != 0) return child.Id;
            Assert.True(Directory.Exists($"/proc/{parent}"), "the program ended before it started an encoder");
            await Task.Delay(10);
        }
    }
}
