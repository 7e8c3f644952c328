using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Benchmarks.Films;

/// <summary>Makes a film from nothing, then encodes the film's own frames with x264 alone, and prints both per second of video.</summary>
internal static class FilmBenchmark
{
    // The renderer's own settings, so that the floor is the same work without everything around it.
    private static readonly string[] EncoderSettings = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-profile:v", "high", "-x264-params", "stitchable=1"];

    /// <summary>The program, built when it is run.</summary>
    public static string Reelsmith => Path.Combine(RepositoryRoot(), "run");

    public static async Task<int> Run(string[] arguments)
    {
        var storyboard = arguments is [var named] ? named : Path.Combine(RepositoryRoot(), "docs", "examples", "volcanoes.json");
        var folder = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        try
        {
            await ChildProcess.Run(Reelsmith, ["--version"], default, null, CancellationToken.None); // builds when needed
            var start = Stopwatch.GetTimestamp();
            var lines = await Make(storyboard, folder);
            var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
            using var completed = JsonDocument.Parse(lines[^1]);
            var floor = await X264Alone(Path.Combine(folder, "film", "video.mp4"), folder);
            Print(completed.RootElement, wall, floor);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> Make(string storyboard, string folder)
    {
        Environment.SetEnvironmentVariable("REELSMITH_DATA", Path.Combine(folder, "data"));
        var output = await ChildProcess.Run(Reelsmith, ["make", "--storyboard", storyboard, "--out", Path.Combine(folder, "film"), "--json"], default, null, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Length of a video, and how long x264 takes to encode its frames.</summary>
    public static async Task<(double Seconds, double Wall)> X264Alone(string video, string folder)
    {
        var raw = Path.Combine(folder, "frames.yuv");
        await Ffmpeg("-y", "-i", video, "-an", "-f", "rawvideo", "-pix_fmt", "yuv420p", raw);
        var probe = await ChildProcess.Run("ffprobe", ["-v", "error", "-select_streams", "v", "-show_entries", "stream=width,height,r_frame_rate,duration", "-of", "csv=p=0", video], default, null, CancellationToken.None);
        var fields = System.Text.Encoding.UTF8.GetString(probe).Trim().Split(',');
        var start = Stopwatch.GetTimestamp();
        await Ffmpeg(["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{fields[0]}x{fields[1]}", "-r", fields[2], "-i", raw, .. EncoderSettings, "-y", Path.Combine(folder, "floor.mp4")]);
        return (double.Parse(fields[3], CultureInfo.InvariantCulture), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task Ffmpeg(params string[] arguments) =>
        await ChildProcess.Run("ffmpeg", ["-nostdin", "-v", "error", .. arguments], default, null, CancellationToken.None);

    private static void Print(JsonElement completed, double wall, (double Seconds, double Wall) floor)
    {
        Console.WriteLine($"{floor.Seconds:0.0} s of video on {Environment.ProcessorCount} cores; all figures are seconds per second of video");
        Console.WriteLine($"{"",-22}{"wall",8}{"CPU",8}");
        foreach (var stage in completed.GetProperty("stages").EnumerateObject())
        {
            Row(stage.Name, stage.Value.GetProperty("wall").GetDouble() / floor.Seconds, stage.Value.GetProperty("cpu").GetDouble() / floor.Seconds);
        }
        Row("everything", wall / floor.Seconds, null);
        Row("x264 alone", floor.Wall / floor.Seconds, null);
        Console.WriteLine($"{"ratio",-22}{wall / floor.Wall,8:0.00}");
    }

    private static void Row(string name, double wall, double? cpu) =>
        Console.WriteLine($"{name,-22}{wall,8:0.000}{(cpu is { } c ? c.ToString("0.000", CultureInfo.InvariantCulture) : ""),8}");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Reelsmith.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
