using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Reelsmith.Benchmarks.Films;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Benchmarks.Preview;

/// <summary>How long it takes from a request to a server until the film's first scene can be played, beside x264 alone on that scene's frames.</summary>
internal static class FirstSceneBenchmark
{
    private static readonly string[] UsualPrompts = ["Why do volcanoes erupt?", "How do bees make honey?", "What is a river?"];

    /// <param name="prompts">Each is asked for on an idle server, one after the other.</param>
    public static async Task<int> Run(string[] prompts)
    {
        var folder = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        try
        {
            await ChildProcess.Run(FilmBenchmark.Reelsmith, ["--version"], default, null, CancellationToken.None); // builds when needed
            Environment.SetEnvironmentVariable("REELSMITH_DATA", Path.Combine(folder, "data"));
            await using var server = ChildProcess.Start(FilmBenchmark.Reelsmith, ["serve", "--urls", "http://127.0.0.1:0", "--verbose"]);
            using var client = new HttpClient { BaseAddress = await Address(server) };
            while (!server.ErrorTail.Contains("Warmed up", StringComparison.Ordinal)) await Task.Delay(100);
            Console.WriteLine($"seconds on {Environment.ProcessorCount} cores{"",-21}{"scene",8}{"playable",10}{"x264",8}{"ratio",8}");
            foreach (var prompt in prompts.Length > 0 ? prompts : UsualPrompts)
            {
                var (playable, clip) = await FirstScene(client, prompt, folder);
                var floor = await FilmBenchmark.X264Alone(clip, folder);
                Console.WriteLine($"{prompt,-40}{floor.Seconds,8:0.0}{playable,10:0.00}{floor.Wall,8:0.00}{playable / floor.Wall,8:0.00}");
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, string Clip)> FirstScene(HttpClient client, string prompt, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var accepted = await client.PostAsJsonAsync("/v1/videos", new { prompt });
        accepted.EnsureSuccessStatusCode();
        var video = "/v1/videos/" + (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var playlist = (await client.GetStringAsync($"{video}/preview.m3u8")).Split('\n');
        var files = playlist.Where(line => line.StartsWith("#EXT-X-MAP", StringComparison.Ordinal)).Select(line => line.Split('"')[1])
            .Concat(playlist.Where(line => line.EndsWith(".m4s", StringComparison.Ordinal))).ToArray();
        var parts = new List<byte[]>();
        var playable = 0.0;
        foreach (var file in files)
        {
            parts.Add(await client.GetByteArrayAsync($"{video}/{file}"));
            if (parts.Count == 2) playable = Stopwatch.GetElapsedTime(start).TotalSeconds; // the codecs' settings and the first seconds
        }
        (await client.DeleteAsync(video)).EnsureSuccessStatusCode();
        var clip = Path.Combine(folder, "scene.mp4");
        await File.WriteAllBytesAsync(clip, [.. parts.SelectMany(part => part)]);
        return (playable, clip);
    }

    private static async Task<Uri> Address(ChildProcess server)
    {
        using var output = new StreamReader(server.StandardOutput, leaveOpen: true);
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } address) return new Uri(address.TrimEnd(';'));
        }
        throw new InvalidOperationException($"The server did not start. {server.ErrorTail}");
    }
}
